using System.Collections.Immutable;
using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Insiders.Web.Exports;

/// <summary>
/// Writes a table as an Excel workbook, row by row, with MiniExcel: numbers as numbers, days as days, and texts in cells
/// formatted as text, so that none of them is ever a formula. A table longer than a sheet continues on the next one.
/// </summary>
public static class XlsxFile
{
    /// <summary>Its media type.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Maximum number of rows of a sheet, including its heading: Excel's own limit.</summary>
    public const int RowsPerSheet = 1_048_576;

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Receives the bytes; left open.</param>
    /// <param name="table">The table; each row is enumerated once.</param>
    /// <param name="cancellationToken">Cancels between rows.</param>
    public static Task WriteAsync(Stream output, ExportTable table, CancellationToken cancellationToken) => WriteAsync(output, table, RowsPerSheet, cancellationToken);

    /// <summary>Writes the workbook with a different maximum sheet length.</summary>
    internal static async Task WriteAsync(Stream output, ExportTable table, int rowsPerSheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        await using var rows = table.Rows.GetAsyncEnumerator(cancellationToken);
        var sheets = new XlsxSheets(table, rows, rowsPerSheet - 1, await rows.MoveNextAsync());
        await output.SaveAsAsync(sheets, configuration: LookOf(table.Columns), cancellationToken: cancellationToken);
    }

    // Columns are identified by number, because two of them may have the same heading.
    private static OpenXmlConfiguration LookOf(ImmutableArray<ExportColumn> columns) => new()
    {
        AutoFilter = false,
        FreezeRowCount = 1,
        TrimColumnNames = false,
        Culture = CultureInfo.InvariantCulture,
        DynamicColumns = [.. columns.Select((column, at) => new DynamicExcelColumn(XlsxSheet.KeyOf(at))
        {
            Name = XlsxText.Of(column.Heading),
            Width = column.Kind switch { ValueKind.Text => 24, ValueKind.Moment => 18, _ => 14 },
            Format = FormatOf(column.Kind),
        })],
    };

    // "@" means text, even when the cell is edited. A day without a format gets the one that each reader's Excel localises.
    private static string? FormatOf(ValueKind kind) => kind switch
    {
        ValueKind.Text => "@",
        ValueKind.Whole => "#,##0",
        ValueKind.Money => "#,##0.00",
        ValueKind.Share => "0.0%",
        ValueKind.Moment => "yyyy-mm-dd hh:mm",
        _ => null,
    };
}
