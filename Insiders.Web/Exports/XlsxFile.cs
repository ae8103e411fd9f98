using System.Collections.Immutable;
using System.Globalization;
using MiniExcelLibs;
using MiniExcelLibs.Attributes;
using MiniExcelLibs.OpenXml;

namespace Insiders.Web.Exports;

/// <summary>
/// Writes a table as an Excel workbook, row by row, by MiniExcel: numbers as numbers, days as days, and texts as texts in cells
/// formatted as text, so that none of them ever is a formula. A table longer than a sheet goes on on the next one.
/// </summary>
public static class XlsxFile
{
    /// <summary>What browsers take it for.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>The most rows of a sheet, its heading included: Excel's own limit.</summary>
    public const int RowsPerSheet = 1_048_576;

    /// <summary>Writes the workbook.</summary>
    /// <param name="output">Gets the bytes; left open.</param>
    /// <param name="table">Every row of it is asked for once.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static Task WriteAsync(Stream output, ExportTable table, CancellationToken cancellationToken) => WriteAsync(output, table, RowsPerSheet, cancellationToken);

    /// <summary>Writes the workbook with sheets of another length.</summary>
    internal static async Task WriteAsync(Stream output, ExportTable table, int rowsPerSheet, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        await using var rows = table.Rows.GetAsyncEnumerator(cancellationToken);
        var sheets = new XlsxSheets(table, rows, rowsPerSheet - 1, await rows.MoveNextAsync());
        await output.SaveAsAsync(sheets, configuration: LookOf(table.Columns), cancellationToken: cancellationToken);
    }

    // Columns are known by number, for two of them may have one heading.
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

    // "@" is text, even when typed over. A day without a format gets the one that each reader's Excel writes its own way.
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
