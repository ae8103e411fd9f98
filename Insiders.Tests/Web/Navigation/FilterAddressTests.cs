using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Navigation;

public sealed class FilterAddressTests
{
    private static readonly CustomerTable s_base = new(new CustomerColumns([], [], [], [], [], [], [], ["gross_revenue", "recency_days"], [[], []]), []);

    [Fact]
    public void A_filter_survives_its_address()
    {
        var filter = new CustomerFilter { SegmentIds = [3, 5], Countries = ["EIRE", "R&D=Ω"], Text = "a b", Month = new(2017, 11, 1), Ranges = [new("gross_revenue", 0.5, null), new("recency_days", null, 30)] };

        var address = FilterAddress.Write(AddressQuery.Of("/customers?sort=country&segment=1"), filter).To("/customers");
        var read = FilterAddress.Read(AddressQuery.Of(address), s_base);

        Assert.Equal("/customers?sort=country&segment=3&segment=5&country=EIRE&country=R%26D%3D%CE%A9&q=a%20b&month=2017-11&gross_revenue=0.5..&recency_days=..30", address);
        Assert.Equal(filter.SegmentIds.AsEnumerable(), read.SegmentIds);
        Assert.Equal(filter.Countries.AsEnumerable(), read.Countries);
        Assert.Equal(filter.Ranges.AsEnumerable(), read.Ranges);
        Assert.Equal("a b", read.Text);
        Assert.Equal(filter.Month, read.Month);
    }

    [Theory]
    [InlineData("?segment=x&segment=-1")]
    [InlineData("?recency_days=5")]
    [InlineData("?recency_days=..")]
    [InlineData("?recency_days=1..NaN")]
    [InlineData("?age=1..2&country=")]
    [InlineData("?month=2017-13")]
    [InlineData("?month=november")]
    public void What_cannot_be_read_is_left_out(string query) => Assert.True(FilterAddress.Read(AddressQuery.Of("/" + query), s_base).IsNone);

    [Fact]
    public void A_toggle_adds_and_takes_away()
    {
        var once = CustomerFilter.None.Toggle(4).Toggle("EIRE");

        Assert.Equal("/customers?segment=4&country=EIRE", Links.Customers(once));
        Assert.Equal("/customers?view=all", Links.Customers(once.Toggle(4).Toggle("EIRE")));
        Assert.Equal("/customers?month=2017-11", Links.Customers(CustomerFilter.None.Toggle(new DateOnly(2017, 12, 1)).Toggle(new DateOnly(2017, 11, 1))));
        Assert.True(CustomerFilter.None.Toggle(new DateOnly(2017, 11, 1)).Toggle(new DateOnly(2017, 11, 1)).IsNone);
        Assert.Equal("/customers/a%2Fb%20%3Cimg%3E", Links.Customer("a/b <img>"));
    }
}
