using Insiders.Web.Charts.Interop;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.ChartCards;

/// <summary>Writes all data of a chart to a file, with the same writers as every other table.</summary>
public static class ChartFileWriter
{
    /// <summary>Converts the data of a chart to an export table.</summary>
    /// <param name="data">The data.</param>
    /// <param name="title">The chart's title.</param>
    public static ExportTable TableOf(ChartTable data, string title)
    {
        ArgumentNullException.ThrowIfNull(data);
        return ExportTable.Of<ChartRow>(() => title, data.Rows, [.. data.Headers.Select((header, column) => new ExportField<ChartRow>(header, data.KindOf(column), row => row.Cells[column].Value))]);
    }

    /// <summary>Writes the file.</summary>
    /// <param name="table">The chart's data.</param>
    /// <param name="dialect">The dialect of a CSV file; null for a workbook.</param>
    /// <param name="day">Day of the export.</param>
    /// <param name="cancellationToken">Cancels between rows.</param>
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
