using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Rfm;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Segments;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Segments;

public sealed class RfmViewModelTests
{
    private static readonly CustomerTable s_base = SmallBase.Of([1, 1, 2, 2, 2], ("gross_revenue", [500, 400, 60, 30, 10]), ("recency_days", [1, 2, 30, 60, 300]), ("qtty_invoices", [9, 7, 3, 1, 1]));

    [Fact]
    public void Every_customer_is_in_one_region_and_in_one_cell()
    {
        var view = RfmViewModel.Of(s_base, fifths => fifths);

        Assert.Equal(5, view.Regions.Sum(region => region.Group.Customers));
        Assert.Equal(1_000, view.Regions.Sum(region => region.Group.RevenueAmount), 1e-9);
        Assert.Equal(5, (from recency in Enumerable.Range(1, 5) from frequency in Enumerable.Range(1, 5) select view.Cell(recency, frequency).Customers).Sum());
        Assert.All(view.Regions, region => Assert.Equal(region.Group.Customers, region.Group.Filter is { } filter ? s_base.Select(filter).Length : 0));
    }

    [Fact]
    public void The_cross_table_counts_by_segment()
    {
        var cross = RfmViewModel.Of(s_base, fifths => fifths).Cross(byCluster: false);

        Assert.Equal(["Segment 1", "Segment 2"], cross.Groups.Select(group => group.Name));
        Assert.Equal([2, 3], [cross.TotalOf(0), cross.TotalOf(1)]);
    }

    [Fact]
    public void Cut_points_of_an_address_hold_and_what_cannot_be_read_is_cut_into_fifths()
    {
        var fifths = RfmCuts.Quintiles(s_base);

        var cuts = RfmAddress.Read(AddressQuery.Of("/segments/rfm?r=10,20,30,40&f=1,2,x,4&m=4,3,2,1"), fifths);

        Assert.Equal([10, 20, 30, 40], cuts.Recency.AsEnumerable());
        Assert.Equal(fifths.Frequency.AsEnumerable(), cuts.Frequency);
        Assert.Equal(fifths.Monetary.AsEnumerable(), cuts.Monetary);
        Assert.Equal("?r=10%2C20%2C30%2C40", RfmAddress.Write(AddressQuery.Empty, cuts, fifths).To(""));
    }

    [Fact]
    public void Cut_points_that_were_set_go_on_to_the_customers_and_those_of_fifths_are_not_written()
    {
        var fifths = RfmViewModel.Of(s_base, cuts => cuts);
        var edited = RfmViewModel.Of(s_base, cuts => cuts with { Recency = [1, 2, 3, 4] });

        Assert.Equal("/customers?segment=1", fifths.Customers(new() { SegmentIds = [1] }));
        Assert.Equal("/customers?segment=1&r=1%2C2%2C3%2C4", edited.Customers(new() { SegmentIds = [1] }));
        Assert.Equal("/customers/c0?r=1%2C2%2C3%2C4", Links.Customer("c0", AddressQuery.Of(edited.Customers(new() { SegmentIds = [1] }))));
        Assert.Equal("/customers/~?r=1%2C2%2C3%2C4&id=..", Links.Customer("..", AddressQuery.Of("?r=1,2,3,4&sort=country")));
    }

    [Fact]
    public void Bounds_that_somebody_mistyped_are_not_taken()
    {
        var draft = new RfmCutsDraft(RfmCuts.Quintiles(s_base));
        Assert.NotNull(draft.Read());

        draft.Recency[0] = "1000";

        Assert.Null(draft.Read());
    }

    [Theory]
    [InlineData("pt-BR", "0,5", 0.5)]
    [InlineData("pt-BR", "0.5", null)]
    [InlineData("en", "0.5", 0.5)]
    [InlineData("en", "0,5", null)]
    public void Cut_points_have_the_decimal_mark_of_the_language(string language, string typed, double? read)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        var draft = new RfmCutsDraft(RfmCuts.Quintiles(s_base) with { Monetary = [0.5, 1000, 2000, 3000.25] });
        Assert.Equal([language == "en" ? "0.5" : "0,5", "1000", "2000", language == "en" ? "3000.25" : "3000,25"], draft.Monetary);

        draft.Monetary[0] = typed;

        Assert.Equal(read, draft.Read()?.Monetary[0]);
    }
}
