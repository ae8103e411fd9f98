using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers;

public sealed class CountrySummaryTests
{
    private static readonly CustomerTable s_base = FiveCustomers.Build();

    [Fact]
    public void Countries_come_by_revenue_and_equals_by_name()
    {
        var figures = CountrySummary.Of(s_base, s_base.Everybody, segmentId: null);

        Assert.Equal(["Portugal", "EIRE", "Atlantis", "Japan"], figures.Select(country => country.Name));
        Assert.Equal([40, 30, 20, 10], figures.Select(country => country.RevenueAmount));
        Assert.Equal(100, figures.Sum(country => country.RevenueAmount));
        Assert.Equal(1, figures.Sum(country => country.RevenueShare), 1e-12);
        Assert.Equal(1, figures.Sum(country => country.CustomerShare), 1e-12);
    }

    [Fact]
    public void A_country_has_its_customers_their_mean_and_the_share_of_a_segment()
    {
        var ireland = CountrySummary.Of(s_base, s_base.Everybody, segmentId: 7).Single(country => country.Name == "EIRE");

        Assert.Equal((2, 0.4), (ireland.Customers, ireland.CustomerShare));
        Assert.Equal(15, ireland.MeanRevenueAmount);
        Assert.Equal((1, 0.5), (ireland.SegmentCustomers, ireland.SegmentShare)); // 0.2 if it were a share of the base
        Assert.Equal("IRL", ireland.Place!.Alpha3);
    }

    [Fact]
    public void Only_the_customers_asked_about_are_counted()
    {
        var figures = CountrySummary.Of(s_base, [1, 3], segmentId: null);

        Assert.Equal(["EIRE", "Japan"], figures.Select(country => country.Name));
        Assert.Equal(2.0 / 3, figures[0].RevenueShare, 1e-12); // 0.2 if it were a share of the base
        Assert.Equal(0, figures[0].SegmentShare);
    }

    [Fact]
    public void A_name_that_no_map_knows_is_counted_without_a_place()
    {
        var figures = CountrySummary.Of(s_base, s_base.Everybody, segmentId: null);

        Assert.Null(figures.Single(country => country.Name == "Atlantis").Place);
        Assert.Empty(CountrySummary.Of(s_base, [], segmentId: null));
    }
}
