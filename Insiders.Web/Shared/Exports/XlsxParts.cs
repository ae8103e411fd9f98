using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Insiders.Web.Shared.Exports;

/// <summary>The parts of a workbook around its rows, as ECMA-376 wants them.</summary>
internal static partial class XlsxParts
{
    /// <summary>Closes a sheet.</summary>
    public const string SheetEnd = "</sheetData></worksheet>";

    private const string Declaration = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    private const int LongestSheetName = 31;

    // Style 0 is the plain one and 1 the heading's; one follows for each kind, in its order. 49 is "@", text even when typed over.
    private static readonly int[] s_formats = [49, 3, 0, 4, 164, 14, 22];

    /// <summary>The style of a kind's cells.</summary>
    public static int StyleOf(ExportKind kind) => 2 + (int)kind;

    /// <summary>Where a sheet lies in the archive.</summary>
    /// <param name="number">From 1.</param>
    public static string SheetPath(int number) => string.Create(CultureInfo.InvariantCulture, $"xl/worksheets/sheet{number}.xml");

    /// <summary>Opens a sheet: its heading stays in view, columns are wide enough to read.</summary>
    public static string SheetStart(ImmutableArray<ExportColumn> columns)
    {
        var xml = new StringBuilder(Declaration);
        xml.Append(CultureInfo.InvariantCulture, $"<worksheet xmlns=\"{Main}\"><sheetViews><sheetView workbookViewId=\"0\"><pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/></sheetView></sheetViews><cols>");
        for (var i = 0; i < columns.Length; i++)
        {
            var width = columns[i].Kind switch { ExportKind.Text => 24, ExportKind.Moment => 18, _ => 14 };
            xml.Append(CultureInfo.InvariantCulture, $"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>");
        }

        return xml.Append("</cols><sheetData>").ToString();
    }

    /// <summary>Everything else a workbook consists of.</summary>
    /// <param name="name">What the sheets are called.</param>
    /// <param name="sheets">How many there are.</param>
    public static IEnumerable<(string Path, string Xml)> Around(string name, int sheets)
    {
        int[] numbers = [.. Enumerable.Range(1, sheets)];
        yield return ("[Content_Types].xml", $"""
            {Declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="{ContentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="{ContentType}.styles+xml"/>{Each(numbers, n => $"""<Override PartName="/{SheetPath(n)}" ContentType="{ContentType}.worksheet+xml"/>""")}</Types>
            """);
        yield return ("_rels/.rels", $"""
            {Declaration}<Relationships xmlns="{PackageRelations}"><Relationship Id="rId1" Type="{Relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """);
        yield return ("xl/workbook.xml", $"""
            {Declaration}<workbook xmlns="{Main}" xmlns:r="{Relations}"><sheets>{Each(numbers, n => $"""<sheet name="{Escape(SheetName(name, n))}" sheetId="{n}" r:id="rId{n}"/>""")}</sheets></workbook>
            """);
        yield return ("xl/_rels/workbook.xml.rels", $"""
            {Declaration}<Relationships xmlns="{PackageRelations}">{Each(numbers, n => $"""<Relationship Id="rId{n}" Type="{Relations}/worksheet" Target="worksheets/sheet{n}.xml"/>""")}<Relationship Id="rId{sheets + 1}" Type="{Relations}/styles" Target="styles.xml"/></Relationships>
            """);
        yield return ("xl/styles.xml", $"""
            {Declaration}<styleSheet xmlns="{Main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="{s_formats.Length + 2}"><xf/><xf numFmtId="49" fontId="1" applyFont="1" applyNumberFormat="1"/>{Each(s_formats, format => $"""<xf numFmtId="{format}" applyNumberFormat="1"/>""")}</cellXfs></styleSheet>
            """);
    }

    /// <summary>A sheet's name as Excel allows it: at most 31 characters, none of <c>[ ] : * ? / \</c>, no apostrophe at an end, not empty.</summary>
    public static string SheetName(string name, int number)
    {
        var clean = string.Concat(name.Select(letter => letter is '[' or ']' or ':' or '*' or '?' or '/' or '\\' || char.IsControl(letter) ? ' ' : letter)).Trim(' ', '\'');
        var ending = number == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({number})");
        clean = clean.Length == 0 ? "Insiders" : clean[..Math.Min(clean.Length, LongestSheetName - ending.Length)];
        return clean.TrimEnd(' ', '\'') + ending;
    }

    /// <summary>A text for XML: markup as entities, characters that XML refuses left out, and <c>_x0041_</c> kept from being read as an A.</summary>
    public static string Escape(string text)
    {
        var xml = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (char.IsHighSurrogate(letter) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                xml.Append(letter).Append(text[++i]);
            }
            else if (XmlConvert.IsXmlChar(letter))
            {
                _ = letter switch { '&' => xml.Append("&amp;"), '<' => xml.Append("&lt;"), '>' => xml.Append("&gt;"), '"' => xml.Append("&quot;"), '\r' => xml.Append("&#13;"), _ => xml.Append(letter) };
            }
        }

        return EscapedCode().Replace(xml.ToString(), "_x005F_");
    }

    private static string Each(int[] numbers, Func<int, string> xml) => string.Concat(numbers.Select(xml));

    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex EscapedCode();
}
