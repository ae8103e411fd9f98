using Insiders.Core.Analysis;

namespace Insiders.Web.Features.Overview;

/// <summary>What pages showed before the run that they show now.</summary>
/// <param name="RunId">The run.</param>
/// <param name="PublishedAt">When it was published.</param>
/// <param name="Customers">Its customers, without their sales by month.</param>
/// <param name="UnattributedRevenueAmount">Revenue of purchase rows that named no customer.</param>
public sealed record EarlierRun(long RunId, DateTimeOffset PublishedAt, CustomerBase Customers, decimal UnattributedRevenueAmount);
