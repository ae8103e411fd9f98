using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Sales;

namespace Insiders.Web.Features.Programmes.Report;

/// <summary>Answers the questions for the page, and keeps what was read.</summary>
public sealed class ReportLoader(
    ProgrammeService service, StoredOutlooks outlooks, ProgrammeOutlookService programmes, RunAnalysisService analyses, RevenueForecastAnalysis forecasts, ReportArchive archive)
{
    /// <summary>The report of the published run, or the kept one of an earlier run; null until a run is published, and where nothing was kept.</summary>
    /// <param name="runId">The earlier run; null for the published one.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<ReportViewModel?> FindAsync(long? runId, CancellationToken cancellationToken)
    {
        var language = CultureInfo.CurrentUICulture.Name;
        if (await FindReportAsync(cancellationToken) is not { } report)
        {
            return null;
        }

        var published = report.Snapshot.Run.Run.Run.Id;
        if (runId is { } earlier && earlier != published)
        {
            return await archive.FindAsync(earlier, language, cancellationToken) is not { } kept ? null
                : new(earlier, Read(kept.Content), null, kept.ComputedAt, await archive.ListAsync(language, cancellationToken));
        }

        var answers = ReportAnswers.All(report);
        await archive.KeepAsync(published, language, JsonSerializer.SerializeToUtf8Bytes(answers, ReportJson.Default.ImmutableArrayReportAnswer), cancellationToken);
        return new(published, answers, report.Snapshot.Run.Cleaning.LastDate, null, await archive.ListAsync(language, cancellationToken));
    }

    /// <summary>The figures of the published run; null until a run is published.</summary>
    /// <remarks>What is expected of customers is read, never computed here: the worker does that after each publication.</remarks>
    public async Task<ProgrammeReport?> FindReportAsync(CancellationToken cancellationToken)
    {
        if (await service.FindAsync(cancellationToken) is not { Run: var run } snapshot)
        {
            return null;
        }

        var outlook = await outlooks.FindAsync(run, cancellationToken);
        var members = await programmes.FindAsync(run, outlook, cancellationToken);
        return ProgrammeReport.Of(snapshot, await service.FindWordsAsync(snapshot, cancellationToken), new(
            outlook, members.Expected?.Proof, await analyses.FindStoredAsync(forecasts, run, cancellationToken),
            run.Sales is { } sales && !snapshot.Rows.IsEmpty
                ? await run.Derive(static _ => new LatestAnswer<long, ImmutableArray<ProductLift>>()).FindAsync(snapshot.Stored.Reviews[0].Id, () => LiftsAsync(sales, snapshot), cancellationToken) : null));
    }

    private static async Task<ImmutableArray<ProductLift>> LiftsAsync(RunSales sales, ProgrammeSnapshot snapshot)
        => ProductLifts.Rank(await sales.ProductsAsync(snapshot.Rows, CancellationToken.None), snapshot.Rows.Length, await sales.AllProductsAsync(CancellationToken.None), snapshot.Run.Customers.Count);

    // Links of a kept report would lead to the customers of today.
    private static ImmutableArray<ReportAnswer> Read(byte[] content) =>
    [
        .. JsonSerializer.Deserialize(content, ReportJson.Default.ImmutableArrayReportAnswer).Select(answer => answer with
        {
            Address = null,
            Sentences = [.. answer.Sentences.Select(sentence => sentence with { Address = null })],
            Bars = [.. answer.Bars.Select(bar => bar with { Address = null })],
        }),
    ];
}
