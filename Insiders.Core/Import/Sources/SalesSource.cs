using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>Where sales lie: a file in any container, or a folder of such files. What it holds is told by its first bytes, not by its name.</summary>
/// <param name="Path">The file or folder.</param>
/// <param name="Options">What the caller knows better than detection.</param>
internal readonly record struct SalesSource(string Path, ImportOptions Options)
{
    /// <summary>Opens it as text before its first line. It may be opened as often as needed.</summary>
    /// <exception cref="NotALedgerException">It holds no text, is damaged, or has a password.</exception>
    public TextSource Open()
    {
        if (!Options.FurtherFiles.IsEmpty)
        {
            return Several(FolderFiles.Of([Path, .. Options.FurtherFiles], Options with { FurtherFiles = [] }));
        }

        return KindOf(Path) switch
        {
            Container.Zip => Several(ZipFiles.Open(Path, Options.Encoding)),
            Container.Folder => Several(FolderFiles.Find(Path, Options)),
            Container.Workbook => WorkbookRows.Open(Path, Options.Sheet),
            Container.Parquet => ParquetRows.Open(Path),
            Container.OtherWorkbook => throw new NotALedgerException(Problem.Of(ProblemCode.Workbook)),
            _ => SourceText.Open(Path, Options.Encoding),
        };
    }

    /// <summary>The sheets of a workbook that can be seen; none of any other file.</summary>
    /// <exception cref="NotALedgerException">The workbook is damaged.</exception>
    public static IReadOnlyList<string> SheetsOf(string path) => KindOf(path) == Container.Workbook ? WorkbookRows.Sheets(path) : [];

    /// <summary>The container of a file.</summary>
    public static Container KindOf(string path)
    {
        if (Directory.Exists(path))
        {
            return Container.Folder;
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1);
        Span<byte> start = stackalloc byte[8];
        ReadOnlySpan<byte> found = start[..file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        return found switch
        {
            [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..] => KindOfArchive(file),
            [(byte)'P', (byte)'A', (byte)'R', (byte)'1', ..] => Container.Parquet,
            [0xD0, 0xCF, 0x11, 0xE0, ..] => Container.OtherWorkbook,
            _ => Container.Text,
        };
    }

    private static Container KindOfArchive(FileStream file)
    {
        using var archive = ZipFiles.OpenArchive(file);
        return archive.GetEntry("xl/workbook.xml") is not null ? Container.Workbook
            : archive.GetEntry("xl/workbook.bin") is not null || archive.GetEntry("mimetype") is not null ? Container.OtherWorkbook
            : Container.Zip;
    }

    private TextSource Several(SourceFiles files)
    {
        try
        {
            return LinkedText.Open(files, Options) ?? new JoinedText(files, Options);
        }
        catch
        {
            files.Owner?.Dispose();
            throw;
        }
    }
}
