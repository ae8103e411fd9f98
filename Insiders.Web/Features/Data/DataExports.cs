using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Data;

/// <summary>The tables of the data pages as files.</summary>
public static class DataExports
{
    /// <summary>Every import, those undone included, newest first.</summary>
    public static async Task<ExportTable?> ImportsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExportTable.Of<ImportRecord>(
            () => Texts.DataImportsTitle,
            await request.Get<IImportStore>().ListImportsAsync(cancellationToken),
            new(Texts.DataFile, ValueKind.Text, import => import.FileName),
            new(Texts.DataWhen, ValueKind.Moment, import => import.ImportedAt),
            new(Texts.RunsWho, ValueKind.Text, import => import.ImportedBy),
            new(Texts.ExportFirstDay, ValueKind.Day, import => import.FirstDate),
            new(Texts.ExportLastDay, ValueKind.Day, import => import.LastDate),
            new(Texts.DataRead, ValueKind.Whole, import => import.RowsRead),
            new(Texts.DataLoaded, ValueKind.Whole, import => import.RowsLoaded),
            new(Texts.DataSkipped, ValueKind.Whole, import => import.RowsSkipped),
            new(Texts.DataRejected, ValueKind.Whole, import => import.RowsRejected),
            new(Texts.ExportUndoneAt, ValueKind.Moment, import => import.UndoneAt),
            new(Texts.ExportUndoneBy, ValueKind.Text, import => import.UndoneBy));
    }

    /// <summary>Every rejected row of the import of the query's <c>import</c>; null when there is no such import.</summary>
    public static async Task<ExportTable?> RejectsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = request.Text("import");
        return (await request.Get<IImportStore>().ListImportsAsync(cancellationToken)).FirstOrDefault(import => import.Id == id) is { } import
            ? ExportTable.Of(() => Texts.DataRejectsTitle, request.Get<SalesLedger>().ReadRejects(import.Id, int.MaxValue) is var rows ? rows : [], ColumnsOf(rows)) with { Conditions = () => [import.FileName] }
            : null;
    }

    // The file is a column where a zip holds several.
    private static ExportField<RejectedRow>[] ColumnsOf(IReadOnlyList<RejectedRow> rows) =>
    [
        .. rows.Any(row => row.File is not null) ? new ExportField<RejectedRow>[] { new(Texts.DataFile, ValueKind.Text, row => row.File) } : [],
        new(Texts.DataLine, ValueKind.Whole, row => row.Line),
        new(Texts.DataColumn, ValueKind.Text, row => row.Column),
        new(Texts.DataValue, ValueKind.Text, row => row.Value),
        new(Texts.DataReason, ValueKind.Text, row => ProblemText.Of(row.Reason)),
    ];
}
