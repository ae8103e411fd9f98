using Insiders.Core.Customers;

namespace Insiders.Web.Features.Overview;

/// <summary>What pages showed before the run that they show now.</summary>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Customers">Its customers in segments as people edited them, without their sales by month.</param>
/// <param name="UnattributedRevenueAmount">Revenue of purchase rows that named no customer.</param>
/// <param name="Ledger">How the ledger of the run shown differs from its own.</param>
public sealed record EarlierRun(long RunId, DateTimeOffset PublishedAt, CustomerTable Customers, decimal UnattributedRevenueAmount, LedgerDifference Ledger)
{
    /// <summary>The first of some segments that it did not have; null when it had them all.</summary>
    public long? MissingOf(IEnumerable<long> segmentIds) => segmentIds.Where(id => Customers.FindSegment(id) is null).Select(id => (long?)id).FirstOrDefault();
}
