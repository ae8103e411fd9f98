using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Customers.Rfm;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Loads everything that one customer's page shows.</summary>
public sealed class StoryLoader(IRunStore store)
{
    private const int Neighbours = 8;
    private const int Differences = 3;
    private const int Runs = 12;
    private const double Coverage = 0.95;

    /// <summary>Loads the story of a customer; null when the run has no customer with that id.</summary>
    /// <param name="published">The published run.</param>
    /// <param name="customerId">The customer.</param>
    /// <param name="address">The page's address, which may have RFM cut points.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<StoryViewModel?> FindAsync(PublishedRun published, string customerId, AddressQuery address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(address);
        var customers = published.Customers;
        if (customers.FindRow(customerId) is not { } row)
        {
            return null;
        }

        var segment = customers.SegmentAt(row);
        var fifths = published.Derive(static run => new Fifths(RfmScores.Of(run.Customers, RfmCuts.Quintiles(run.Customers)))).Scores;
        var cuts = RfmAddress.Read(address, fifths.Cuts);
        var history = published.Sales is { } sales ? await published.Derive(static _ => new RecentHistories()).ReadAsync(sales, row, cancellationToken) : null;
        return new StoryViewModel
        {
            Base = published,
            Row = row,
            Segment = segment,
            Members = segment is null ? [] : customers.MembersOf(segment),
            History = history,
            Rhythm = history is null ? null : PurchaseRhythm.Of(history.PurchaseDays, published.Cleaning.LastDate),
            Neighbours = customers.NearestOnMap(row, Neighbours),
            Differences = customers.SharedDifferences(row, Differences),
            Outlook = published.Outlook is { } fitted && customers.Days is { } days ? Expect(fitted, published.Derive(run => BuyingHistories.Of(days, run.Cleaning.LastDate)), row) : null,
            Rfm = cuts == fifths.Cuts ? fifths : RfmScores.Of(customers, cuts),
            Fifths = fifths.Cuts,
            Memberships = await store.ListMembershipsAsync(customerId, Runs, cancellationToken),
        };
    }

    private static ImmutableArray<HorizonOutlook>? Expect(FittedOutlook fitted, BuyingHistories known, int row)
        => known.Rows.BinarySearch(row) is >= 0 and var place ? [.. OutlookColumns.Horizons.Select(days => fitted.Of(known.Purchases[place], known.Spending[place], days, Coverage))] : null;

    private sealed record Fifths(RfmScores Scores);
}
