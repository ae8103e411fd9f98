using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>An overview small enough to work out by hand.</summary>
public static class SampleOverview
{
    private static readonly DateOnly s_last = new(2017, 12, 7);

    /// <summary>The complete month of the sample.</summary>
    public static DateOnly November { get; } = new(2017, 11, 1);

    /// <summary>The incomplete month.</summary>
    public static DateOnly December { get; } = new(2017, 12, 1);

    /// <summary>
    /// Segment 1 of the given name: a with 4,000 in November. Segment 2, Lost Customers: b with 5,000, of which 2,000 in December, and
    /// c with 1,000 in December. Recency 10, 20 and 60 days; items 10, 20, 30.
    /// </summary>
    public static CustomerTable Customers(string firstName, bool withMonths = true)
    {
        ImmutableArray<double> zeros = [0, 0, 0];
        var columns = new CustomerColumns(
            ["a", "b", "c"], ["EIRE", "Portugal", "EIRE"], [0, 1, 1], [1, 2, 2], zeros, zeros, zeros,
            ["gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items"],
            [[4_000, 5_000, 1_000], [10, 20, 60], [0.1, 0.2, 0.3], zeros, [1, 3, 1], [10, 20, 30]]);
        var customers = new CustomerTable(columns, [SmallBase.Segment(1, 0, english: firstName), SmallBase.Segment(2, 1, english: "Lost Customers", portuguese: "Clientes Perdidos")]);
        return !withMonths ? customers : customers.WithMonths(new MonthlySales(
            [new(0, November, 4_000, 10, 1, 0, 0), new(1, November, 3_000, 12, 2, 0, 0), new(1, December, 2_000, 8, 1, 0, 0), new(2, December, 1_000, 30, 1, 0, 0)]));
    }

    /// <summary>How the ledger of the sample, 1 November to 7 December 2017, differs from an earlier one; the same when nothing is given.</summary>
    public static LedgerDifference Ledger(DateOnly? first = null, DateOnly? last = null, string fingerprint = "x")
        => new LedgerSpan(November, s_last, "x").From(new LedgerSpan(first ?? November, last ?? s_last, fingerprint));

    /// <summary>The overview under some conditions; sales from 1 November to 7 December 2017.</summary>
    /// <param name="firstName">Name of the first segment.</param>
    /// <param name="filter">The conditions; none when null.</param>
    /// <param name="earlier">The run before.</param>
    public static OverviewSummary Of(string firstName, CustomerFilter? filter = null, EarlierRun? earlier = null)
    {
        var customers = Customers(firstName);
        var result = SampleResults.Of(10);
        var run = new RunSummary
        {
            Id = 2,
            State = RunState.Succeeded,
            IsPublished = true,
            RequestedBy = "ana",
            QueuedAt = SavedRuns.Noon,
            StartedAt = null,
            EndedAt = null,
            RecipeFingerprint = "",
            Seed = 42,
            LedgerFingerprint = "x",
            Versions = null,
            Error = null,
            Customers = 3,
            BestClusterCount = 22,
            Silhouette = 0.846,
        };
        var cleaning = result.Cleaning with { FirstDate = November, LastDate = s_last, UnattributedRevenueAmount = 12.34m };
        return new OverviewSummary
        {
            Base = new PublishedRun(new PublishedRunRow(run, "ana", SavedRuns.Noon, customers.Segments), cleaning, customers, null),
            Summary = BaseSummary.Of(customers, filter ?? CustomerFilter.None),
            Earlier = earlier,
            Before = earlier is null || filter?.Month is not null || earlier.MissingOf(filter?.SegmentIds ?? []) is not null ? null : BaseSummary.Of(earlier.Customers, filter ?? CustomerFilter.None),
            Freshness = new OverviewFreshness(cleaning.LastDate, 3, null, HasLedgerChanged: false),
            IsDemo = false,
        };
    }
}
