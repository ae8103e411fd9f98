using Insiders.Web.Charts.Interop;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.ChartCards;

/// <summary>Writes the data of a chart as a file, whole, by the writers of every other table.</summary>
public static class ChartFileWriter
{
    /// <summary>The data of a chart as files hold it, like any other table of the site.</summary>
    /// <param name="data">The data.</param>
    /// <param name="title">What the chart is called.</param>
    public static ExportTable TableOf(ChartTable data, string title)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ExportTable.Of<ChartRow>(() => title, data.Rows, [.. data.Headers.Select((header, column) => new ExportField<ChartRow>(header, data.KindOf(column), row => row.Cells[column].Value))]);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="table">The chart's data.</param>
    /// <param name="dialect">How a CSV is written; null for a workbook.</param>
    /// <param name="day">Of the export.</param>
    /// <param name="cancellationToken">Stops between rows.</param>
    public static async Task<ChartFile> WriteAsync(ExportTable table, ExportDialect? dialect, DateOnly day, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        using var bytes = new MemoryStream();
        if (dialect is null)
        {
            await XlsxFile.WriteAsync(bytes, table, cancellationToken);
            return new ChartFile(ExportFileName.Of(table, day, "xlsx"), XlsxFile.ContentType, bytes.ToArray());
        }

        await CsvFile.WriteAsync(bytes, table, dialect, cancellationToken);
        return new ChartFile(ExportFileName.Of(table, day, "csv"), CsvFile.ContentType, bytes.ToArray());
    }
}
