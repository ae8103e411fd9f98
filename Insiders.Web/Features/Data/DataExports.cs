using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
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
            new(Texts.DataFile, ExportKind.Text, import => import.FileName),
            new(Texts.DataWhen, ExportKind.Moment, import => import.ImportedAt),
            new(Texts.RunsWho, ExportKind.Text, import => import.ImportedBy),
            new(Texts.ExportFirstDay, ExportKind.Day, import => import.FirstDate),
            new(Texts.ExportLastDay, ExportKind.Day, import => import.LastDate),
            new(Texts.DataRead, ExportKind.Whole, import => import.RowsRead),
            new(Texts.DataLoaded, ExportKind.Whole, import => import.RowsLoaded),
            new(Texts.DataSkipped, ExportKind.Whole, import => import.RowsSkipped),
            new(Texts.DataRejected, ExportKind.Whole, import => import.RowsRejected),
            new(Texts.ExportUndoneAt, ExportKind.Moment, import => import.UndoneAt),
            new(Texts.ExportUndoneBy, ExportKind.Text, import => import.UndoneBy));
    }

    /// <summary>Every rejected row of the import of the query's <c>import</c>; null when there is no such import.</summary>
    public static async Task<ExportTable?> RejectsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var id = request.Text("import");
        return (await request.Get<IImportStore>().ListImportsAsync(cancellationToken)).FirstOrDefault(import => import.Id == id) is { } import
            ? ExportTable.Of<RejectedRow>(
                () => Texts.DataRejectsTitle,
                request.Get<SalesLedger>().ReadRejects(import.Id, int.MaxValue),
                new(Texts.DataLine, ExportKind.Whole, row => row.Line),
                new(Texts.DataColumn, ExportKind.Text, row => row.Column),
                new(Texts.DataValue, ExportKind.Text, row => row.Value),
                new(Texts.DataReason, ExportKind.Text, RejectReason.Of)) with
            { Conditions = () => [import.FileName] }
            : null;
    }
}
