using System.Text.Json;
using Insiders.Core.Application.Runs;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Identity;
using Insiders.Core.Storage.Schema;
using Insiders.Core.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage;

/// <content>Saves the result of a run.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task FinishRunAsync(long runId, SegmentationResult result, DateTimeOffset now, CancellationToken cancellationToken, string? publishedBy = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        await using var connection = await OpenAsync(cancellationToken);
        await using var transaction = connection.BeginTransaction();
        await using var context = Context(connection);
        await context.Database.UseTransactionAsync(transaction, cancellationToken);

        var run = await context.Runs.SingleOrDefaultAsync(row => row.Id == runId, cancellationToken)
            ?? throw new InvalidOperationException($"There is no run {runId}.");
        if (run.State != RunState.Running)
        {
            throw new RunChangedException($"Run {runId} is {run.State}: only a running run can end with a result.");
        }

        var segmentIds = await FindOrAddSegmentsAsync(context, result, cancellationToken);
        KeepOutcome(run, result, now);
        context.Candidates.AddRange(result.Candidates.Select(candidate => Entity(runId, candidate)));
        context.RunSegments.AddRange(result.Segments.Select(segment => Entity(runId, segmentIds[segment.Position], segment)));
        if (publishedBy is not null)
        {
            context.Publications.Add(new PublicationEntity { RunId = runId, PublishedBy = publishedBy, PublishedAt = now });
        }

        await context.SaveChangesAsync(cancellationToken);
        RunCustomerRows.Insert(connection, transaction, runId, result, segmentIds, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The stable id of each segment, by position; segments that no earlier run found are added.</summary>
    private static async Task<long[]> FindOrAddSegmentsAsync(InsidersContext context, SegmentationResult result, CancellationToken cancellationToken)
    {
        var earlier = await context.Segments.OrderBy(segment => segment.Id).ToListAsync(cancellationToken);
        var matched = SegmentMatching.Match(earlier.Select(segment => new SegmentIdentity(segment.Id, segment.Key, segment.Colour)), result.Segments);
        var added = matched.Where(identity => identity.Id is null).Distinct().ToDictionary(identity => identity.Key, identity => new SegmentEntity { Key = identity.Key, Colour = identity.Colour }, StringComparer.Ordinal);
        context.Segments.AddRange(added.Values);
        await context.SaveChangesAsync(cancellationToken);
        var ids = new long[result.Segments.Length];
        foreach (var (segment, identity) in result.Segments.Zip(matched))
        {
            ids[segment.Position] = identity.Id ?? added[identity.Key].Id;
        }

        return ids;
    }

    private static void KeepOutcome(RunEntity run, SegmentationResult result, DateTimeOffset now)
    {
        run.State = RunState.Succeeded;
        run.EndedAt = EndOf(run, now);
        run.Customers = result.Features.Customers;
        run.BestClusterCount = result.BestClusterCount;
        run.Silhouette = result.Silhouette;
        run.FeatureNamesJson = JsonSerializer.Serialize([.. result.Features.Definitions.Select(definition => definition.Name)], StoredJson.Default.Texts);
        run.MissingFeaturesJson = JsonSerializer.Serialize(result.OmittedFeatures, StoredJson.Default.ImmutableArrayOmittedFeature);
        run.CleaningJson = JsonSerializer.Serialize(result.Cleaning, StoredJson.Default.CleaningReport);
        run.ClusterProfilesJson = JsonSerializer.Serialize(result.ClusterProfiles, StoredJson.Default.ImmutableArrayGroupProfile);
        run.TimingsJson = JsonSerializer.Serialize(result.Timings, StoredJson.Default.ImmutableArrayStageTiming);
    }

    private static CandidateEntity Entity(long runId, Learning.Sweep.Candidate candidate) => new()
    {
        RunId = runId,
        Method = candidate.Method,
        ClusterCount = candidate.ClusterCount,
        ParametersJson = JsonSerializer.Serialize(candidate.Parameters, StoredJson.Default.Parameters),
        ScoresJson = JsonSerializer.Serialize(candidate.Scores, StoredJson.Default.Scores),
        Iterations = candidate.Iterations,
        Converged = candidate.Converged,
        IsWinner = candidate.IsWinner,
    };

    private static RunSegmentEntity Entity(long runId, long segmentId, Segment segment) => new()
    {
        RunId = runId,
        SegmentId = segmentId,
        Position = segment.Position,
        English = segment.Name.English,
        Portuguese = segment.Name.Portuguese,
        ClustersJson = JsonSerializer.Serialize(segment.Clusters, StoredJson.Default.Counts),
        Profile = segment.Profile,
        MembersJson = segment.Members is null ? null : JsonSerializer.Serialize(segment.Members, StoredJson.Default.MemberCounts),
    };
}
