using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Edits;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>Reads runs.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<RunSummary>> ListRunsAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return [.. await Summaries(context, context.Runs.OrderByDescending(run => run.Id)).ToListAsync(cancellationToken)];
    }

    /// <inheritdoc/>
    public async Task<RunDetails?> FindRunAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        if (await context.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == runId, cancellationToken) is not { } run)
        {
            return null;
        }

        return new RunDetails
        {
            Summary = await SummaryAsync(context, runId, cancellationToken),
            Recipe = RecipeJson.Read(run.RecipeJson, Methods.Value),
            Cleaning = run.CleaningJson is null ? null : JsonSerializer.Deserialize(run.CleaningJson, StoredJson.Default.CleaningReport),
            FeatureNames = StoredJson.List(run.FeatureNamesJson, StoredJson.Default.Texts),
            OmittedFeatures = StoredJson.List(run.MissingFeaturesJson, StoredJson.Default.ImmutableArrayOmittedFeature),
            ClusterProfiles = StoredJson.List(run.ClusterProfilesJson, StoredJson.Default.ImmutableArrayGroupProfile),
            Timings = StoredJson.List(run.TimingsJson, StoredJson.Default.ImmutableArrayStageTiming),
            Segments = await ListSegmentsAsync(context, runId, cancellationToken),
        };
    }

    /// <inheritdoc/>
    public async Task<PublishedRunRow?> FindPublishedAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await FindPublishedAsync(context, cancellationToken) is { } published ? published.Shown : null;
    }

    /// <inheritdoc/>
    public async Task<PublishedResult?> FindPublishedResultAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await FindPublishedAsync(context, cancellationToken) is { Run: var run, Shown: var shown }
            ? new PublishedResult(shown, RecipeJson.ReadCleaning(run.RecipeJson), JsonSerializer.Deserialize(run.CleaningJson!, StoredJson.Default.CleaningReport)!)
            : null;
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<RunSegment>> ListShownSegmentsAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        return await ListEditedSegmentsAsync(context, runId, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<ImmutableDictionary<long, SegmentName>> ListSegmentNamesAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        var overlay = new SegmentOverlay(await SegmentEditStore.ActiveAsync(context, cancellationToken));
        var rows = await context.RunSegments.AsNoTracking()
            .Where(row => !context.RunSegments.Any(later => later.SegmentId == row.SegmentId && later.RunId > row.RunId))
            .Join(context.Segments, row => row.SegmentId, segment => segment.Id, (row, segment) => new { segment.Id, segment.Key, row.English, row.Portuguese })
            .ToListAsync(cancellationToken);
        return rows.ToImmutableDictionary(row => row.Id, row => overlay.NameOf(row.Id, new SegmentName(row.Key, row.English, row.Portuguese)));
    }

    /// <inheritdoc/>
    public async Task<ImmutableArray<Candidate>> ListCandidatesAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var candidates = await context.Candidates.AsNoTracking().Where(row => row.RunId == runId).OrderBy(row => row.ClusterCount).ThenBy(row => row.Method).ToListAsync(cancellationToken);
        return [.. candidates.Select(row => new Candidate
        {
            Method = row.Method,
            Parameters = JsonSerializer.Deserialize(row.ParametersJson, StoredJson.Default.Parameters)!,
            ClusterCount = row.ClusterCount,
            Scores = JsonSerializer.Deserialize(row.ScoresJson, StoredJson.Default.Scores)!,
            Iterations = row.Iterations,
            Converged = row.Converged,
            IsWinner = row.IsWinner,
        })];
    }

    /// <inheritdoc/>
    public async Task<CleaningReport?> FindCleaningAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var json = await context.Runs.Where(run => run.Id == runId).Select(run => run.CleaningJson).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize(json, StoredJson.Default.CleaningReport);
    }

    /// <summary>A run's segments as it found them, in order of position.</summary>
    internal static async Task<ImmutableArray<RunSegment>> ListSegmentsAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
    {
        var rows = await context.RunSegments.AsNoTracking().Where(row => row.RunId == runId).OrderBy(row => row.Position)
            .Join(context.Segments, row => row.SegmentId, segment => segment.Id, (row, segment) => new { OfRun = row, Segment = segment }).ToListAsync(cancellationToken);
        return [.. rows.Select(row => new RunSegment(
            row.Segment.Id,
            row.Segment.Colour,
            new Segment(
                row.OfRun.Position,
                new SegmentName(row.Segment.Key, row.OfRun.English, row.OfRun.Portuguese),
                StoredJson.List(row.OfRun.ClustersJson, StoredJson.Default.Counts),
                row.OfRun.Profile).JudgedBy(row.OfRun.MembersJson is { } members ? JsonSerializer.Deserialize(members, StoredJson.Default.MemberCounts) : null)))];
    }

    private static async Task<(RunEntity Run, PublishedRunRow Shown)?> FindPublishedAsync(InsidersContext context, CancellationToken cancellationToken)
    {
        if (await FindPublicationAsync(context, cancellationToken) is not { } publication)
        {
            return null;
        }

        var run = await FindAsync(context, publication.RunId, cancellationToken);
        var segments = await ListEditedSegmentsAsync(context, run.Id, cancellationToken);
        return (run, new PublishedRunRow(await SummaryAsync(context, run.Id, cancellationToken), publication.PublishedBy, publication.PublishedAt, segments));
    }

    /// <summary>The segments of a run with people's edits applied (decision 0010).</summary>
    private static async Task<ImmutableArray<RunSegment>> ListEditedSegmentsAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
    {
        var overlay = new SegmentOverlay(await SegmentEditStore.ActiveAsync(context, cancellationToken));
        var groups = overlay.Group(await ListSegmentsAsync(context, runId, cancellationToken));
        var medians = new Dictionary<long, double>();
        foreach (var group in groups.Where(group => group.Length > 1))
        {
            medians[group[0].SegmentId] = await RunCustomerRows.ReadMedianRevenueAsync(context, runId, [.. group.Select(part => part.SegmentId)], cancellationToken);
        }

        return overlay.Show(groups, medians);
    }

    private static Task<RunSummary> SummaryAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
        => Summaries(context, context.Runs.Where(run => run.Id == runId)).SingleAsync(cancellationToken);

    /// <summary>Summaries of runs, without the tens of kilobytes of JSON that each result takes.</summary>
    private static IQueryable<RunSummary> Summaries(InsidersContext context, IQueryable<RunEntity> runs) => runs.Select(run => new RunSummary
    {
        Id = run.Id,
        State = run.State,
        IsPublished = run.Id == context.Publications.OrderByDescending(publication => publication.Id).Select(publication => (long?)publication.RunId).FirstOrDefault(),
        RequestedBy = run.RequestedBy,
        QueuedAt = run.QueuedAt,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        PublishWhenDone = run.PublishWhenDone,
        RestartOf = run.RestartOf,
        RecipeFingerprint = run.RecipeFingerprint,
        Seed = ulong.Parse(run.Seed, CultureInfo.InvariantCulture),
        LedgerFingerprint = run.LedgerFingerprint,
        Versions = run.Versions,
        Error = run.Error == null ? null : Problem.FromText(run.Error),
        Customers = run.Customers,
        CustomersRemovedAt = run.CustomersRemovedAt,
        BestClusterCount = run.BestClusterCount,
        Silhouette = run.Silhouette,
    });
}
