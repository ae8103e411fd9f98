using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Backups;

/// <summary>A backup's description of itself, stored inside it as JSON.</summary>
public sealed record BackupManifest
{
    /// <summary>The format version this program writes.</summary>
    public const int CurrentFormat = 1;

    /// <summary>Name of the manifest in the archive.</summary>
    public const string FileName = "manifest.json";

    private static readonly JsonSerializerOptions s_options = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>Format version of this backup.</summary>
    public required int Format { get; init; }

    /// <summary>Version of the program that made it.</summary>
    public required string Program { get; init; }

    /// <summary>When it was made, in UTC.</summary>
    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>The newest migration of each set of tables.</summary>
    public required ImmutableArray<string> Schema { get; init; }

    /// <summary>What it holds.</summary>
    public required BackupCounts Counts { get; init; }

    /// <summary>Its files.</summary>
    public required ImmutableArray<BackupEntry> Files { get; init; }

    /// <summary>Writes the manifest as JSON.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, s_options);

    /// <summary>Reads a manifest from JSON.</summary>
    /// <exception cref="BackupRefusedException">The text is not a manifest, or its format is newer than <see cref="CurrentFormat"/>.</exception>
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
