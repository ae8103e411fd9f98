using Insiders.Core.Analysis;
using Insiders.Core.Storage;
using Insiders.Web.Shared.Base;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Puts one customer's story together.</summary>
public sealed class StoryQuery(RunStore store)
{
    private const int Neighbours = 8;
    private const int Differences = 3;
    private const int Runs = 12;

    /// <summary>The story of a customer; null when the base has none of that id.</summary>
    public async Task<StoryView?> FindAsync(PublishedBase published, string customerId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        var customers = published.Customers;
        if (customers.FindRow(customerId) is not { } row)
        {
            return null;
        }

        var segment = customers.SegmentAt(row);
        var history = published.Sales is null ? null : CustomerHistory.Of(await published.Sales.SalesOfAsync(row, cancellationToken));
        return new StoryView
        {
            Base = published,
            Row = row,
            Segment = segment,
            Members = segment is null ? [] : customers.MembersOf(segment),
            History = history,
            Rhythm = history is null ? null : PurchaseRhythm.Of(history.PurchaseDays, published.Cleaning.LastDate),
            Neighbours = customers.NearestOnMap(row, Neighbours),
            Differences = customers.SharedDifferences(row, Differences),
            Memberships = await store.ListMembershipsAsync(customerId, Runs, cancellationToken),
        };
    }
}
