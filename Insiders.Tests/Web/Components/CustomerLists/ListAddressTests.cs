using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Features.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Components.CustomerLists;

public sealed class ListAddressTests
{
    private static readonly CustomerTable s_base = new(new CustomerColumns([], [], [], [], [], [], [], ["gross_revenue", "recency_days", "return_rate"], [[], [], []]), []);

    [Fact]
    public void Everything_comes_from_the_address_and_what_cannot_be_read_is_the_standard()
    {
        var asked = Read("?segment=3&sort=country&desc=1&page=4&size=100&columns=recency_days,age,country,recency_days");
        Assert.Equal(new CustomerOrder("country", true), asked.Order);
        Assert.Equal((4, 100), (asked.Page, asked.Size));
        Assert.Equal(["recency_days", "country"], asked.Columns.AsEnumerable());
        Assert.Equal([3L], asked.Filter.SegmentIds.AsEnumerable());

        var wrong = Read("?sort=age&page=-1&size=7&columns=<img>");
        Assert.Equal(CustomerOrder.ByRevenue, wrong.Order);
        Assert.Equal((1, 50), (wrong.Page, wrong.Size));
        Assert.Equal(["segment", "country", "gross_revenue", "recency_days", "return_rate"], wrong.Columns.AsEnumerable());
    }

    [Fact]
    public void A_header_turns_its_column_round_and_starts_numbers_with_the_largest()
    {
        Assert.Equal("/customers?segment=3&sort=recency_days&desc=1", Read("?segment=3&page=2").SortedBy("recency_days"));
        Assert.Equal("/customers?sort=recency_days", Read("?sort=recency_days&desc=1").SortedBy("recency_days"));
        Assert.Equal("/customers?sort=country", Read("").SortedBy("country"));
        Assert.Equal("/customers?sort=gross_revenue", Read("").SortedBy("gross_revenue"));
        Assert.Equal("/customers?view=all", Read("?sort=gross_revenue").SortedBy("gross_revenue")); // the standard has no place in an address
    }

    [Fact]
    public void Another_filter_order_or_size_begins_at_the_first_page()
    {
        Assert.Equal("/customers?sort=country&q=x", Read("?sort=country&page=3").To(new CustomerFilter { Text = "x" }));
        Assert.Equal("/customers?size=25", Read("?page=3").OfSize(25));
        Assert.Equal("/customers?sort=country&page=3", Read("?sort=country").AtPage(3));
        Assert.Equal("/customers?sort=country", Read("?sort=country&page=3").AtPage(1));
    }

    [Fact]
    public void Everybody_is_said_where_nothing_else_is_asked_so_that_a_personal_standard_does_not_come_back()
        => Assert.Equal("/customers?view=all", Read("?segment=3").To(CustomerFilter.None));

    [Fact]
    public void The_last_column_stays()
    {
        Assert.Equal("/customers?columns=country%2Crecency_days", Read("?columns=country").Toggled("recency_days", s_base));
        Assert.Equal("/customers?columns=country", Read("?columns=country").Toggled("country", s_base));
    }

    [Theory]
    [InlineData("en", "recency_days", "5", "", "5..")]
    [InlineData("en", "return_rate", "5", "12.5", "0.05..0.125")]
    [InlineData("pt-BR", "return_rate", "5", "12,5", "0.05..0.125")]
    [InlineData("pt-BR", "return_rate", "5", "12.5", null)]
    [InlineData("en", "recency_days", "30", "10", null)]
    [InlineData("en", "frequency", "20", "50", "0.02..0.05")] // days between purchases: few are often
    [InlineData("en", "frequency", "", "50", "0.02..")]
    [InlineData("en", "frequency", "0", "50", null)]
    [InlineData("en", "recency_days", "x", "", null)]
    [InlineData("en", "recency_days", "", " ", null)]
    public void Fields_become_a_range_shares_in_per_cent(string language, string feature, string from, string to, string? expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(expected, RangeInput.Read(feature, from, to) is { } range ? FilterAddress.Write(AddressQuery.Empty, new() { Ranges = [range] }).Find(feature) : null);
    }

    [Fact]
    public void A_range_of_days_between_purchases_comes_back_as_it_was_typed()
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("en");

        Assert.All([("20", "50"), ("7", null), (null, "30.5")], ((string? From, string? To) typed)
            => Assert.Equal(typed, RangeInput.Write("frequency", RangeInput.Read("frequency", typed.From, typed.To))));
        Assert.Equal((null, null), RangeInput.Write("frequency", null));
    }

    private static ListAddress Read(string query) => ListAddress.Read(AddressQuery.Of("/customers" + query), s_base);
}
