using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>The sales files of a folder, by name; folders in it are not looked into.</summary>
internal static class FolderFiles
{
    /// <summary>Finds them.</summary>
    /// <exception cref="NotALedgerException">There is none, or there are too many.</exception>
    public static SourceFiles Find(string path, ImportOptions options)
    {
        var files = Directory.EnumerateFiles(path).Where(file => SourceFiles.IsWanted(file, SourceFiles.Endings)).Order(StringComparer.Ordinal).Take(SourceFiles.Most + 1).ToList();
        return files.Count switch
        {
            0 => throw new NotALedgerException(Problem.Of(ProblemCode.NoFilesInside, string.Join(", ", SourceFiles.Endings))),
            > SourceFiles.Most => throw new NotALedgerException(Problem.Of(ProblemCode.TooManyFilesInside, SourceFiles.Most)),
            _ => Of(files, options),
        };
    }

    /// <summary>Files that are read one after the other.</summary>
    public static SourceFiles Of(IEnumerable<string> files, ImportOptions options) =>
        new([.. files.Select(file => new SourceFile(Path.GetFileName(file), new FileInfo(file) is { Exists: true } found ? found.Length : 0, () => new SalesSource(file, options).Open()))], null);
}
