using System.Collections.Immutable;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Web.Features.Data;

/// <summary>Asks both stores for what the data page shows.</summary>
public sealed class DataLoader(IRunStore store, IImportStore records, SalesLedger ledger, IImportJobStore jobs, UploadFolder uploads)
{
    /// <summary>The figures of the moment.</summary>
    public async Task<DataViewModel> ReadAsync(CancellationToken cancellationToken)
    {
        var imports = await records.ListImportsAsync(cancellationToken);
        var importJobs = await jobs.ListAsync(cancellationToken);
        var published = await store.FindPublishedAsync(cancellationToken);
        var cleaning = published is null ? null : await store.FindCleaningAsync(published.Run.Id, cancellationToken);
        return new(
            imports,
            importJobs.Where(job => job.ImportId is not null && File.Exists(uploads.RejectsOf(job))).DistinctBy(job => job.ImportId).ToImmutableDictionary(job => job.ImportId!, job => job.Id),
            published,
            cleaning,
            published?.Run.LedgerFingerprint == ledger.Fingerprint().ToString(),
            ledger.Imports().Aggregate(default(StrayDates), (sum, import) => StrayDates.Join(sum, import.StrayDates)));
    }

    /// <summary>The days an import's sales cover.</summary>
    public static string Period(ImportRecord import)
    {
        ArgumentNullException.ThrowIfNull(import);
        return import is { FirstDate: { } first, LastDate: { } last } ? $"{Format.Day(first)} – {Format.Day(last)}" : "–";
    }
}
