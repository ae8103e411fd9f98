using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;

namespace Insiders.Tests.Fixtures;

/// <summary>Files that hold sales in other ways than as text, written by hand.</summary>
public static class Packed
{
    /// <summary>A zip.</summary>
    public static byte[] Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return packed.ToArray();
    }

    /// <summary>A zip of texts in UTF-8.</summary>
    public static byte[] Zip(params (string Name, string Text)[] files) => Zip([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    /// <summary>A workbook of the parts that every reader needs, with the rows of each sheet as they stand in its XML.</summary>
    /// <param name="counts1904">Whether days are counted from 1904.</param>
    /// <param name="sheets">Name, state such as <c>hidden</c> or none, and rows.</param>
    public static byte[] Workbook(bool counts1904, params (string Name, string State, string Rows)[] sheets)
    {
        const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Package = "http://schemas.openxmlformats.org/package/2006", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var state = (string state) => state.Length == 0 ? "" : $" state=\"{state}\"";
        return Zip(
        [
            ("[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/></Types>"),
            ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr{(counts1904 ? " date1904=\"1\"" : "")}/><sheets>{string.Concat(sheets.Select((sheet, at) => $"<sheet name=\"{sheet.Name}\" sheetId=\"{at + 1}\"{state(sheet.State)} r:id=\"rId{at + 1}\"/>"))}</sheets></workbook>"),
            ("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(sheets.Select((_, at) => $"<Relationship Id=\"rId{at + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{at + 1}.xml\"/>"))}</Relationships>"),
            ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><cellXfs count=\"3\"><xf numFmtId=\"0\"/><xf numFmtId=\"14\" applyNumberFormat=\"1\"/><xf numFmtId=\"22\" applyNumberFormat=\"1\"/></cellXfs></styleSheet>"),
            .. sheets.Select((sheet, at) => ($"xl/worksheets/sheet{at + 1}.xml", $"<worksheet xmlns=\"{Main}\"><sheetData>{sheet.Rows}</sheetData></worksheet>")),
        ]);
    }

    /// <summary>A row of a sheet: texts, numbers, and days and moments as a spreadsheet counts them.</summary>
    public static string Row(int number, params object?[] cells) => $"<row r=\"{number}\">{string.Concat(cells.Select((cell, at) => Cell($"{(char)('A' + at)}{number}", cell)))}</row>";

    /// <summary>Writes a Parquet file of what a statement selects.</summary>
    public static string Parquet(string path, string select)
    {
        using var connection = new DuckDBConnection("Data Source=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written in a test.
        command.CommandText = $"COPY ({select}) TO '{path}' (FORMAT parquet)";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return path;
    }

    private static string Cell(string at, object? value) => value switch
    {
        null => "",
        DateOnly day => FormattableString.Invariant($"<c r=\"{at}\" s=\"1\"><v>{day.ToDateTime(default).ToOADate()}</v></c>"),
        DateTime time => FormattableString.Invariant($"<c r=\"{at}\" s=\"2\"><v>{time.ToOADate():R}</v></c>"),
        string text => $"<c r=\"{at}\" t=\"inlineStr\"><is><t>{System.Security.SecurityElement.Escape(text)}</t></is></c>",
        _ => FormattableString.Invariant($"<c r=\"{at}\"><v>{value}</v></c>"),
    };
}
