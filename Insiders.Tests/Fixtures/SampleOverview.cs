using Insiders.Core.Segments;
using Insiders.Core.Storage;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Fixtures;

/// <summary>An overview for tests of what is done with one.</summary>
public static class SampleOverview
{
    /// <summary>Two segments; the second holds more revenue. The first has the given name.</summary>
    public static OverviewFigures Of(string firstName)
    {
        var first = Profile(customers: 10, share: 0.1, revenue: 4_000, revenueShare: 0.4);
        var second = Profile(customers: 90, share: 0.9, revenue: 6_000, revenueShare: 0.6);
        return new OverviewFigures
        {
            FirstDate = new DateOnly(2016, 11, 29),
            LastDate = new DateOnly(2017, 12, 7),
            PublishedAt = SavedRuns.Noon,
            IsDemo = false,
            ClusterCount = 22,
            Silhouette = 0.846,
            Base = OverviewQuery.Whole([first, second], 55.5),
            UnattributedRevenueAmount = 12.34m,
            Segments =
            [
                new RunSegment(1, "#0072B2", new Segment(0, new SegmentName("first", firstName, firstName), [0], first)),
                new RunSegment(2, "#E69F00", new Segment(1, new SegmentName("second", "Lost Customers", "Clientes Perdidos"), [1], second)),
            ],
        };
    }

    private static GroupProfile Profile(int customers, double share, double revenue, double revenueShare) => new()
    {
        Customers = customers,
        CustomerShare = share,
        RevenueAmount = revenue,
        RevenueShare = revenueShare,
        MeanRevenueAmount = revenue / customers,
        MedianRevenueAmount = revenue / customers,
        RecencyDays = 100 - customers,
        Frequency = 0.05,
        ReturnShare = 0.01,
        Invoices = 4,
        Items = 200,
    };
}
