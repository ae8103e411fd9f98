using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Components.Recipes;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Runs;

/// <summary>The exports of runs.</summary>
public static class RunExports
{
    /// <summary>Query key that leaves out rules that only change rows.</summary>
    public const string DroppingKey = "dropping";

    /// <summary>The segments of the published run, highest mean revenue first; null while none is published.</summary>
    public static async Task<ExportTable?> SegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } published
            ? ExportTable.Of<RunSegment>(
                () => Texts.SegmentsTitle,
                published.Customers.Segments,
                [new(Texts.ColumnSegment, ValueKind.Text, row => Format.NameOf(row.Segment.Name)), .. ProfileFields.Of<RunSegment>(row => row.Segment.Profile)])
            : null;
    }

    /// <summary>Every run, newest first.</summary>
    public static async Task<ExportTable?> RunsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ExportTable.Of<RunSummary>(
            () => Texts.PageRuns,
            await request.Get<IRunStore>().ListRunsAsync(cancellationToken),
            new(Texts.RunsRun, ValueKind.Whole, run => run.Id),
            new(Texts.RunsState, ValueKind.Text, run => run.IsPublished ? Texts.RunsPublished : RunText.Of(run.State)),
            new(Texts.RunsWho, ValueKind.Text, run => run.RequestedBy),
            new(Texts.RunsWhen, ValueKind.Moment, run => run.QueuedAt),
            new(Texts.ExportStarted, ValueKind.Moment, run => run.StartedAt),
            new(Texts.ExportEnded, ValueKind.Moment, run => run.EndedAt),
            new(Texts.RunsRecipe, ValueKind.Text, run => run.RecipeFingerprint),
            new(Texts.RunsData, ValueKind.Text, run => run.LedgerFingerprint),
            new(Texts.ColumnCustomers, ValueKind.Whole, run => run.Customers),
            new(Texts.RunsClusters, ValueKind.Whole, run => run.BestClusterCount),
            new(Texts.RunsSilhouette, ValueKind.Number, run => run.Silhouette),
            new(Texts.RunsDuration, ValueKind.Text, RunText.Duration));
    }

    /// <summary>Every number of clusters tried by the run in the query's <c>run</c>, or by the published one, with the methods if it tried several.</summary>
    public static async Task<ExportTable?> CandidatesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (await RunOfAsync(request, cancellationToken) is not { } runId)
        {
            return null;
        }

        var candidates = await request.Get<IRunStore>().ListCandidatesAsync(runId, cancellationToken);
        ImmutableArray<ExportField<Candidate>> method = [new(Texts.RunsMethod, ValueKind.Text, row => SettingText.Method(row.Method))];
        return ExportTable.Of<Candidate>(
            () => Format.Fill(Texts.ExportCandidates, runId),
            candidates,
            [
                .. candidates.DistinctBy(candidate => candidate.Method).Count() > 1 ? method : [],
                new(Texts.RunsSweepClusters, ValueKind.Whole, row => row.ClusterCount),
                new(Texts.RunsSilhouette, ValueKind.Number, row => row.Silhouette),
                new(Texts.ExportLogLikelihood, ValueKind.Number, row => row.Find(ScoreNames.MeanLogLikelihood)),
                new("BIC", ValueKind.Number, row => row.Find(ScoreNames.Bic)),
                new(Texts.ExportIterations, ValueKind.Whole, row => row.Iterations),
                new(Texts.ExportConverged, ValueKind.Text, row => row.Converged ? Texts.ExportYes : Texts.ExportNo),
            ]);
    }

    /// <summary>The waterfall of the run in the query's <c>run</c>, or of the published one, limited to rules that drop rows if the query says so; null unless it succeeded.</summary>
    public static async Task<ExportTable?> CleaningAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        if (await RunOfAsync(request, cancellationToken) is not { } runId || await request.Get<IRunStore>().FindCleaningAsync(runId, cancellationToken) is not { } report)
        {
            return null;
        }

        ImmutableArray<CleaningStep> steps = request.Text(DroppingKey) is null ? report.Steps : [.. report.Steps.Where(RuleText.MayDrop)];
        return ExportTable.Of<CleaningStep>(
            () => Format.Fill(Texts.ExportCleaning, runId),
            steps,
            [
                new(Texts.RunsRule, ValueKind.Text, step => RuleText.Name(step.Rule)),
                new(Texts.RunsDropped, ValueKind.Whole, step => step.RowsDropped),
                .. CleaningStep.HaveMoney(steps) ? (ExportField<CleaningStep>[])[new(Texts.RunsDroppedMoney, ValueKind.Money, step => step.DroppedAmount)] : [],
                new(Texts.RunsRowsLeft, ValueKind.Whole, step => step.RowsLeft),
                new(Texts.RunsCustomersLeft, ValueKind.Whole, step => step.CustomersLeft),
            ]);
    }

    /// <summary>The segments of the run in the query's <c>run</c>, as that run found them; null when the run does not exist.</summary>
    public static async Task<ExportTable?> RunSegmentsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } run
            ? Profiles(() => Format.Fill(Texts.ExportRunSegments, run.Summary.Id), Texts.SegmentsTitle, run.Segments.Select(row => new ProfileRow(Format.NameOf(row.Segment.Name), row.Colour, row.Segment.Profile)))
            : null;

    /// <summary>The clusters of the run in the query's <c>run</c>; null when the run does not exist.</summary>
    public static async Task<ExportTable?> ClustersAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } run
            ? Profiles(() => Format.Fill(Texts.ExportClusters, run.Summary.Id), Texts.RunsClusters, run.ClusterProfiles.Select((profile, number) => new ProfileRow(Format.Fill(Texts.RunsCluster, number), null, profile)))
            : null;

    /// <summary>The durations of the stages of the run in the query's <c>run</c>; null when the run does not exist.</summary>
    public static async Task<ExportTable?> TimingsAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } run
            ? ExportTable.Of<StageTiming>(
                () => Format.Fill(Texts.ExportTimings, run.Summary.Id),
                run.Timings,
                new(Texts.RunsStage, ValueKind.Text, timing => RunText.Of(timing.Stage)),
                new(Texts.RunsSecondsColumn, ValueKind.Number, timing => timing.Seconds))
            : null;

    private static ExportTable Profiles(Func<string> title, string heading, IEnumerable<ProfileRow> rows)
        => ExportTable.Of<ProfileRow>(title, rows, [new(heading, ValueKind.Text, row => row.Name), .. ProfileFields.Of<ProfileRow>(row => row.Profile)]);

    private static async Task<RunDetails?> FindAsync(ExportRequest request, CancellationToken cancellationToken)
        => await RunOfAsync(request, cancellationToken) is { } run ? await request.Get<IRunStore>().FindRunAsync(run, cancellationToken) : null;

    private static async Task<long?> RunOfAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var store = request.Get<IRunStore>();
        return request.Number("run") is { } asked
            ? (await store.FindRunAsync(asked, cancellationToken))?.Summary.Id
            : (await store.FindPublishedAsync(cancellationToken))?.Run.Id;
    }
}
