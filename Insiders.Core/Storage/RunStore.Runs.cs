using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Insiders.Core.Cleaning;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Selection;
using Insiders.Core.Storage.Schema;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>Questions about runs.</content>
public sealed partial class RunStore
{
    /// <summary>All runs, newest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<RunSummary>> ListRunsAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        var published = await FindPublicationAsync(context, cancellationToken);
        var runs = await WithoutResults(context.Runs).OrderByDescending(run => run.Id).ToListAsync(cancellationToken);
        return [.. runs.Select(run => Summary(run, published?.RunId))];
    }

    /// <summary>One run; null when there is none of that number.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<RunDetails?> FindRunAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var run = await context.Runs.AsNoTracking().SingleOrDefaultAsync(row => row.Id == runId, cancellationToken);
        if (run is null)
        {
            return null;
        }

        var published = await FindPublicationAsync(context, cancellationToken);
        return new RunDetails
        {
            Summary = Summary(run, published?.RunId),
            Recipe = RecipeJson.Read(run.RecipeJson),
            Cleaning = run.CleaningJson is null ? null : JsonSerializer.Deserialize<CleaningReport>(run.CleaningJson),
            FeatureNames = FromJson<string>(run.FeatureNamesJson),
            MissingFeatures = FromJson<string>(run.MissingFeaturesJson),
            ClusterProfiles = FromJson<GroupProfile>(run.ClusterProfilesJson),
            Timings = FromJson<StageTiming>(run.TimingsJson),
            Segments = await ListSegmentsAsync(context, runId, cancellationToken),
        };
    }

    /// <summary>The run that pages show, with its segments as people edited them; null while none was ever published.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<PublishedRun?> FindPublishedAsync(CancellationToken cancellationToken)
    {
        await using var context = Context();
        var publication = await FindPublicationAsync(context, cancellationToken);
        if (publication is null)
        {
            return null;
        }

        var run = await FindAsync(context, publication.RunId, cancellationToken);
        var segments = await ListEditedSegmentsAsync(context, run.Id, cancellationToken);
        return new PublishedRun(Summary(run, run.Id), publication.PublishedBy, publication.PublishedAt, segments);
    }

    /// <summary>What every segment is called that a run ever found, by stable id: as people named it, or as the newest run with it did.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Those that are shown as part of another are in it by their own names.</remarks>
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

    /// <summary>Every number of clusters a run tried, ascending; empty unless it succeeded.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<Candidate>> ListCandidatesAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var candidates = await context.Candidates.AsNoTracking()
            .Where(candidate => candidate.RunId == runId).OrderBy(candidate => candidate.ClusterCount).ToListAsync(cancellationToken);
        return [.. candidates.Select(row => new Candidate(
            row.ClusterCount, row.Silhouette, row.MeanLogLikelihood, row.Bic, row.Iterations, row.Converged))];
    }

    /// <summary>What cleaning dropped and left in a run; null unless it succeeded.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<CleaningReport?> FindCleaningAsync(long runId, CancellationToken cancellationToken)
    {
        await using var context = Context();
        var json = await context.Runs.Where(run => run.Id == runId).Select(run => run.CleaningJson).SingleOrDefaultAsync(cancellationToken);
        return json is null ? null : JsonSerializer.Deserialize<CleaningReport>(json);
    }

    // A list needs a line of each run; what a run found out is tens of kilobytes of JSON.
    private static IQueryable<RunEntity> WithoutResults(IQueryable<RunEntity> runs) => runs.AsNoTracking().Select(run => new RunEntity
    {
        Id = run.Id,
        State = run.State,
        RequestedBy = run.RequestedBy,
        QueuedAt = run.QueuedAt,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        RecipeJson = "",
        RecipeFingerprint = run.RecipeFingerprint,
        Seed = run.Seed,
        LedgerFingerprint = run.LedgerFingerprint,
        Versions = run.Versions,
        Error = run.Error,
        Customers = run.Customers,
        BestClusterCount = run.BestClusterCount,
        Silhouette = run.Silhouette,
    });

    internal static async Task<PublicationEntity?> FindPublicationAsync(InsidersContext context, CancellationToken cancellationToken)
        => await context.Publications.AsNoTracking().OrderByDescending(publication => publication.Id).FirstOrDefaultAsync(cancellationToken);

    internal static async Task<ImmutableArray<RunSegment>> ListSegmentsAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
    {
        var rows = await context.RunSegments.AsNoTracking().Where(row => row.RunId == runId).OrderBy(row => row.Position)
            .Join(context.Segments.AsNoTracking(), row => row.SegmentId, segment => segment.Id, (row, segment) => new { row, segment })
            .ToListAsync(cancellationToken);
        return [.. rows.OrderBy(pair => pair.row.Position).Select(pair => new RunSegment(
            pair.segment.Id,
            pair.segment.Colour,
            new Segment(
                pair.row.Position,
                new SegmentName(pair.segment.Key, pair.row.English, pair.row.Portuguese),
                FromJson<int>(pair.row.ClustersJson),
                pair.row.Profile)))];
    }

    /// <summary>The segments of a run with what people changed about them (decision 0010).</summary>
    private async Task<ImmutableArray<RunSegment>> ListEditedSegmentsAsync(InsidersContext context, long runId, CancellationToken cancellationToken)
    {
        var overlay = new SegmentOverlay(await SegmentEditStore.ActiveAsync(context, cancellationToken));
        var groups = overlay.Group(await ListSegmentsAsync(context, runId, cancellationToken));
        var medians = new Dictionary<long, double>();
        foreach (var group in groups.Where(group => group.Length > 1))
        {
            await using var connection = await OpenAsync(cancellationToken);
            medians[group[0].SegmentId] = await CustomerTable.ReadMedianRevenueAsync(connection, runId, [.. group.Select(part => part.SegmentId)], cancellationToken);
        }

        return overlay.Show(groups, medians);
    }

    private static RunSummary Summary(RunEntity run, long? publishedRunId) => new()
    {
        Id = run.Id,
        State = run.State,
        IsPublished = run.Id == publishedRunId,
        RequestedBy = run.RequestedBy,
        QueuedAt = run.QueuedAt,
        StartedAt = run.StartedAt,
        EndedAt = run.EndedAt,
        RecipeFingerprint = run.RecipeFingerprint,
        Seed = ulong.Parse(run.Seed, CultureInfo.InvariantCulture),
        LedgerFingerprint = run.LedgerFingerprint,
        Versions = run.Versions,
        Error = run.Error is null ? null : Problem.FromText(run.Error),
        Customers = run.Customers,
        BestClusterCount = run.BestClusterCount,
        Silhouette = run.Silhouette,
    };

    private static ImmutableArray<T> FromJson<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<ImmutableArray<T>>(json);
}
