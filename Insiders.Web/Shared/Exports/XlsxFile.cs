using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Insiders.Web.Shared.Exports;

/// <summary>
/// Writes a table as an Excel workbook (Office Open XML), row by row: numbers as numbers, days as days, and texts as texts in cells
/// formatted as text, so that none of them ever is a formula. A table longer than a sheet goes on on the next one.
/// </summary>
public static class XlsxFile
{
    /// <summary>The most rows of a sheet, its heading included: Excel's own limit.</summary>
    public const int RowsPerSheet = 1_048_576;

    /// <summary>The most characters of a cell: Excel's own limit. What is longer is cut.</summary>
    public const int LongestText = 32_767;

    private const int Bold = 1;
    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly DateTime s_firstDay = new(1899, 12, 30);

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Gets the bytes; left open.</param>
    /// <param name="table">Every row of it is asked for once.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static Task WriteAsync(Stream output, ExportTable table, CancellationToken cancellationToken) => WriteAsync(output, table, RowsPerSheet, cancellationToken);

    /// <summary>Writes the workbook with sheets of another length.</summary>
    internal static async Task WriteAsync(Stream output, ExportTable table, int rowsPerSheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var archive = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        await using var rows = table.Rows.GetAsyncEnumerator(cancellationToken);
        var sheets = 0;
        for (var more = await rows.MoveNextAsync(); more || sheets == 0;)
        {
            using var sheet = Part(archive, XlsxParts.SheetPath(++sheets));
            more = await WriteSheetAsync(sheet, table, rows, more, rowsPerSheet, cancellationToken);
        }

        foreach (var (path, xml) in XlsxParts.Around(table.Name, sheets))
        {
            using var part = Part(archive, path);
            part.Write(xml);
        }
    }

    private static async Task<bool> WriteSheetAsync(
        StreamWriter sheet, ExportTable table, IAsyncEnumerator<IReadOnlyList<object?>> rows, bool more, int rowsPerSheet, CancellationToken cancellationToken)
    {
        sheet.Write(XlsxParts.SheetStart(table.Columns));
        sheet.Write("<row>");
        foreach (var column in table.Columns)
        {
            WriteText(sheet, column.Heading, Bold);
        }

        sheet.Write("</row>");
        for (var written = 1; more && written < rowsPerSheet; written++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            sheet.Write("<row>");
            for (var i = 0; i < table.Columns.Length; i++)
            {
                Write(sheet, rows.Current[i], XlsxParts.StyleOf(table.Columns[i].Kind));
            }

            sheet.Write("</row>");
            more = await rows.MoveNextAsync();
        }

        sheet.Write(XlsxParts.SheetEnd);
        return more;
    }

    private static void Write(StreamWriter sheet, object? cell, int style)
    {
        switch (cell)
        {
            case null:
            case double and (double.NaN or double.PositiveInfinity or double.NegativeInfinity):
                sheet.Write("<c/>");
                break;
            case string text:
                WriteText(sheet, text, style);
                break;
            case double or decimal or int or long:
                WriteNumber(sheet, (IFormattable)cell, style);
                break;
            case DateOnly day:
                WriteNumber(sheet, (day.ToDateTime(TimeOnly.MinValue) - s_firstDay).TotalDays, style);
                break;
            case DateTimeOffset moment:
                WriteNumber(sheet, (moment.LocalDateTime - s_firstDay).TotalDays, style);
                break;
            default:
                throw new ArgumentException($"A cell cannot be a {cell.GetType().Name}.", nameof(cell));
        }
    }

    private static void WriteNumber(StreamWriter sheet, IFormattable value, int style)
        => sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c s=\"{style}\"><v>{value.ToString(null, CultureInfo.InvariantCulture)}</v></c>"));

    private static void WriteText(StreamWriter sheet, string text, int style)
    {
        sheet.Write(string.Create(CultureInfo.InvariantCulture, $"<c t=\"inlineStr\" s=\"{style}\"><is><t xml:space=\"preserve\">"));
        sheet.Write(XlsxParts.Escape(text.Length > LongestText ? text[..LongestText] : text));
        sheet.Write("</t></is></c>");
    }

    private static StreamWriter Part(ZipArchive archive, string path) => new(archive.CreateEntry(path, CompressionLevel.Fastest).Open(), s_utf8);
}
