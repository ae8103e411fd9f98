using System.Collections.Immutable;

namespace Insiders.Core.Import.Sources;

/// <summary>Several files with what keeps them open.</summary>
/// <param name="All">In the order in which they are read; at least one.</param>
/// <param name="Owner">Disposed after the last was read; null when there is nothing to dispose.</param>
internal sealed record SourceFiles(ImmutableArray<SourceFile> All, IDisposable? Owner)
{
    /// <summary>Most files of one import.</summary>
    public const int Most = 1_000;

    /// <summary>The endings of texts.</summary>
    public static ImmutableArray<string> TextEndings { get; } = [".csv", ".txt", ".tsv", ".tab", ".gz"];

    /// <summary>The endings of all files that are read.</summary>
    public static ImmutableArray<string> Endings { get; } = [.. TextEndings, ".zip", ".xlsx", ".parquet"];

    /// <summary>True for a name with one of some endings that no system put there for itself.</summary>
    public static bool IsWanted(string name, ImmutableArray<string> endings) =>
        !Path.GetFileName(name).StartsWith('.') && !Path.GetFileName(name).StartsWith("~$", StringComparison.Ordinal) && endings.Contains(Path.GetExtension(name).ToLowerInvariant());
}
