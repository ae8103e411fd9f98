using System.Collections.Immutable;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <content>Where a customer was over the runs.</content>
public sealed partial class RunStore
{
    /// <summary>The segment of a customer in every succeeded run, newest first.</summary>
    /// <param name="customerId">The id in the ledger.</param>
    /// <param name="limit">Runs at most, 1 or more.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Runs that do not know the customer are in it, and say so. One look-up by index, and one small query per run.</remarks>
    public async Task<ImmutableArray<CustomerMembership>> ListMembershipsAsync(string customerId, int limit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(customerId);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await using var connection = await OpenAsync(cancellationToken);
        var segments = await CustomerTable.ReadSegmentsAsync(connection, customerId, cancellationToken);
        var memberships = ImmutableArray.CreateBuilder<CustomerMembership>();
        foreach (var run in (await ListRunsAsync(cancellationToken)).Where(run => run.State == RunState.Succeeded).Take(limit))
        {
            var segment = segments.GetValueOrDefault(run.Id) is { } segmentId
                ? (await ListSegmentsAsync(connection, run.Id, cancellationToken)).FirstOrDefault(other => other.SegmentId == segmentId) : null;
            memberships.Add(new CustomerMembership(run.Id, run.EndedAt ?? run.QueuedAt, run.IsPublished, segments.ContainsKey(run.Id), segment));
        }

        return memberships.ToImmutable();
    }
}
