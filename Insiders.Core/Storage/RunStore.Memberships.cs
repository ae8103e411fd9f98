using System.Collections.Immutable;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage.Sqlite;

namespace Insiders.Core.Storage;

/// <content>A customer's segments over the runs.</content>
public sealed partial class RunStore
{
    /// <inheritdoc/>
    public async Task<ImmutableArray<CustomerMembership>> ListMembershipsAsync(string customerId, int limit, CancellationToken cancellationToken)
    {
        ArgumentException.ThrowIfNullOrEmpty(customerId);
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        await using var context = Context();
        await using var connection = await OpenAsync(cancellationToken);
        var segments = await RunCustomerRows.ReadSegmentsAsync(connection, customerId, cancellationToken);
        var memberships = ImmutableArray.CreateBuilder<CustomerMembership>();
        foreach (var run in (await ListRunsAsync(cancellationToken)).Where(run => run.State == RunState.Succeeded).Take(limit))
        {
            var segment = segments.GetValueOrDefault(run.Id) is { } segmentId
                ? (await ListSegmentsAsync(context, run.Id, cancellationToken)).FirstOrDefault(other => other.SegmentId == segmentId) : null;
            memberships.Add(new CustomerMembership(run.Id, run.EndedAt ?? run.QueuedAt, run.IsPublished, segments.ContainsKey(run.Id), segment));
        }

        return memberships.ToImmutable();
    }
}
