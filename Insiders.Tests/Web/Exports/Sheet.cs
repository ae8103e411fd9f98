using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using Insiders.Web.Exports;

namespace Insiders.Tests.Web.Exports;

/// <summary>A table written as a workbook and read back from its parts, by none of the code that wrote them.</summary>
internal static class Sheet
{
    private const int DayFormat = 14;

    private static readonly XNamespace s_main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>The table's rows by the letters of their columns, the heading first.</summary>
    public static async Task<IReadOnlyList<IDictionary<string, object?>>> RowsAsync(ExportTable table)
    {
        using var file = new MemoryStream();
        await XlsxFile.WriteAsync(file, table, CancellationToken.None);
        return Read(file);
    }

    /// <summary>The rows of a workbook's sheet, the first unless it is named.</summary>
    public static IReadOnlyList<IDictionary<string, object?>> Read(Stream file, string? name = null)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        var number = name is null ? 1 : NamesOf(archive).IndexOf(name) + 1;
        var days = DayStyles(archive);
        return [.. Part(archive, string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml")).Descendants(s_main + "row").Select(row => Cells(row, days))];
    }

    /// <summary>What the sheets are called.</summary>
    public static List<string> Names(Stream file)
    {
        using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        return NamesOf(archive);
    }

    /// <summary>One part of a workbook.</summary>
    public static XDocument Part(ZipArchive archive, string path)
    {
        using var part = archive.GetEntry(path)!.Open();
        return XDocument.Load(part, LoadOptions.PreserveWhitespace);
    }

    /// <summary>A text as spreadsheets show it: <c>_x0041_</c> stands for an A (ECMA-376, ST_Xstring).</summary>
    public static string Shown(string text) => XmlConvert.DecodeName(text);

    private static List<string> NamesOf(ZipArchive archive) => [.. Part(archive, "xl/workbook.xml").Descendants(s_main + "sheet").Select(sheet => sheet.Attribute("name")!.Value)];

    private static Dictionary<string, object?> Cells(XElement row, HashSet<int> days)
        => row.Elements(s_main + "c").ToDictionary(cell => cell.Attribute("r")!.Value.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), cell => Value(cell, days));

    private static object? Value(XElement cell, HashSet<int> days) => cell.Element(s_main + "v")?.Value is not { } value ? null
        : cell.Attribute("t")?.Value == "str" ? Shown(value)
        : days.Contains((int)cell.Attribute("s")!) ? DateTime.FromOADate(double.Parse(value, CultureInfo.InvariantCulture))
        : double.Parse(value, CultureInfo.InvariantCulture);

    // The styles whose numbers are days: Excel's own format for them, and those that spell out a year.
    private static HashSet<int> DayStyles(ZipArchive archive)
    {
        var styles = Part(archive, "xl/styles.xml");
        var formats = styles.Descendants(s_main + "numFmt").Where(format => format.Attribute("formatCode")!.Value.Contains("yyyy", StringComparison.Ordinal))
            .Select(format => (int)format.Attribute("numFmtId")!).Append(DayFormat).ToHashSet();
        return [.. styles.Descendants(s_main + "cellXfs").Elements().Select((style, number) => (Format: (int)style.Attribute("numFmtId")!, number))
            .Where(style => formats.Contains(style.Format)).Select(style => style.number)];
    }
}
