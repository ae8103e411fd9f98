using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>What a backup says about itself.</summary>
public sealed record BackupManifest
{
    /// <summary>The format that this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Its name in the archive.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Version of the format.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The newest migration of each kind of tables.</summary>
    public required ImmutableArray<string> Schema { get; init; }

    /// <summary>What it holds.</summary>
    public required BackupCounts Counts { get; init; }

    /// <summary>Its files.</summary>
    public required ImmutableArray<BackupEntry> Files { get; init; }

    /// <summary>As JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>From JSON.</summary>
    /// <exception cref="BackupRefusedException">It is none, or of a later format.</exception>
    public static BackupManifest FromJson(ReadOnlySpan<byte> json)
    {
        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(json, s_options);
            return manifest is not { Files.IsDefault: false, Counts: not null } ? throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnknown))
                : manifest.Format > CurrentFormat ? throw new BackupRefusedException(Problem.Of(ProblemCode.BackupNewer)) : manifest;
        }
        catch (JsonException damage)
        {
            throw new BackupRefusedException(Problem.Of(ProblemCode.BackupDamaged, FileName), damage);
        }
    }
}
