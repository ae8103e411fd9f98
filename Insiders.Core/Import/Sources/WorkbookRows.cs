using System.IO.Compression;
using System.Xml;
using Insiders.Core.Problems;
using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Insiders.Core.Import.Sources;

/// <summary>The rows of a sheet of an Excel workbook, streamed.</summary>
internal static class WorkbookRows
{
    // No list of sales has so many rows without a value among the others; a row's number may be anything.
    private const int MostBlankRows = 20_000;

    // Days between the two days from which workbooks count.
    private const int DaysTo1904 = 1_462;

    /// <summary>The names of a workbook's sheets that can be seen.</summary>
    /// <param name="path">A workbook.</param>
    /// <exception cref="NotALedgerException">It is damaged.</exception>
    public static IReadOnlyList<string> Sheets(string path)
    {
        using var file = OpenFile(path);
        Refuse(file);
        return SheetsOf(file);
    }

    /// <summary>Opens a sheet.</summary>
    /// <param name="path">A workbook.</param>
    /// <param name="sheet">Its name; null takes the first that can be seen.</param>
    /// <exception cref="NotALedgerException">The workbook is damaged or has no such sheet.</exception>
    public static TextSource Open(string path, string? sheet)
    {
        var file = OpenFile(path);
        try
        {
            var counts1904 = Refuse(file);
            var sheets = SheetsOf(file);
            var chosen = sheet is null ? sheets[0] : sheets.FirstOrDefault(name => string.Equals(name, sheet.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw new NotALedgerException(Problem.Of(ProblemCode.SheetMissing, sheet, string.Join(", ", sheets)));
            file.Position = 0;
            var rows = file.Query(useHeaderRow: false, chosen, ExcelType.XLSX, "A1", new OpenXmlConfiguration { EnableSharedStringCache = true }).Cast<IDictionary<string, object?>>();
            return new RowsText(Filled(rows, counts1904), file.Length, () => Math.Min(1, (double)file.Position / file.Length), ProblemCode.WorkbookDamaged, file);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    private static FileStream OpenFile(string path) => new(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 64 * 1024);

    /// <summary>Refuses a workbook that unpacks to more than it can hold.</summary>
    /// <returns>True when it counts days from 1904, as those of old Macs do.</returns>
    private static bool Refuse(FileStream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var most = Math.Max(BoundedStream.Always, file.Length * BoundedStream.Ratio);
        if (archive.Entries.Sum(entry => (double)entry.Length) > most)
        {
            throw BoundedStream.Refusal(file.Length, most);
        }

        try
        {
            using var workbook = XmlReader.Create(archive.GetEntry("xl/workbook.xml")!.Open(), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return workbook.ReadToFollowing("workbookPr") && workbook.GetAttribute("date1904") is "1" or "true";
        }
        catch (Exception damage) when (damage is XmlException or InvalidDataException)
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.WorkbookDamaged, damage.Message), damage);
        }
    }

    private static List<string> SheetsOf(FileStream file)
    {
        try
        {
            file.Position = 0;
            var sheets = file.GetSheetInformations().Where(sheet => sheet.State == SheetState.Visible).Select(sheet => sheet.Name).ToList();
            return sheets.Count > 0 ? sheets : throw new NotALedgerException(Problem.Of(ProblemCode.WorkbookDamaged, "no sheet"));
        }
        catch (Exception damage) when (damage is not (NotALedgerException or OutOfMemoryException))
        {
            throw new NotALedgerException(Problem.Of(ProblemCode.WorkbookDamaged, damage.Message), damage);
        }
    }

    private static IEnumerable<IEnumerable<object?>> Filled(IEnumerable<IDictionary<string, object?>> rows, bool counts1904)
    {
        var blank = 0;
        foreach (var row in rows)
        {
            blank = row.Values.All(value => value is null or "") ? blank + 1 : 0;
            if (blank > MostBlankRows)
            {
                throw new NotALedgerException(Problem.Of(ProblemCode.SheetBlankRows, MostBlankRows));
            }

            // A row without values is an empty line, so that numbers of lines are numbers of rows.
            yield return blank > 0 ? [] : !counts1904 ? row.Values : row.Values.Select(value => value is DateTime day ? day.AddDays(DaysTo1904) : value);
        }
    }
}
