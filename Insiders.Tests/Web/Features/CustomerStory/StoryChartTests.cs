using System.Globalization;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.CustomerStory;

public sealed class StoryChartTests
{
    private static readonly DateTime s_day = new(2020, 3, 2);

    private static readonly CustomerHistory s_history = CustomerHistory.Of(
    [
        new("10", "A", "MUG", 3, s_day, 2.50, 7.50), new("11", "B", "<b>CUP</b>", 25, s_day.AddDays(1), 1.00, 25.00), new("C12", "A", "MUG", -1, s_day.AddDays(2), 2.50, -2.50),
    ]);

    [Fact]
    public void Returns_lie_below_zero_and_every_event_picks_its_invoice()
    {
        var chart = StoryTimeline.Build("c1", s_history, new DateOnly(2020, 6, 30));

        Assert.Equal([7.5, 25.0], chart.Series[0].Events.Select(happened => happened.Value));
        Assert.Equal([-2.5], chart.Series[1].Events.Select(happened => happened.Value));
        Assert.Equal(["10", "11"], chart.Series[0].Events.Select(happened => happened.Key));
        Assert.Equal(new DateOnly(2020, 3, 4), chart.Series[1].Events[0].Day);
        Assert.Equal(3, chart.Table.Rows.Length);
    }

    [Fact]
    public void The_line_of_time_runs_to_the_last_day_of_the_data_so_that_silence_is_seen()
    {
        var figure = DrawnFigure.Of(StoryTimeline.Build("c1", s_history, new DateOnly(2020, 6, 30)), dark: false, CultureInfo.GetCultureInfo("en"));

        // From 2 March to 30 June are 120 days: two of a hundred of them beyond, or three.
        Assert.Equal(["2020-02-28", "2020-07-03"], figure.Layout["xaxis"]!["range"]!.AsArray().Select(end => end!.GetValue<string>()));
        Assert.Equal("2020-06-30", figure.Layout["shapes"]![0]!["x0"]!.GetValue<string>());
        Assert.Contains("30 Jun 2020", figure.Layout["annotations"]![0]!["text"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public void Baskets_fall_into_bins_of_equal_whole_width()
    {
        var chart = BasketSizes.Build("c1", s_history);

        // 3 and 25 items: 23 sizes in ten bins of three items, eight of them needed.
        Assert.Equal([1, 0, 0, 0, 0, 0, 0, 1], chart.Group.Heights.AsEnumerable());
        Assert.Equal([2.5, 5.5], chart.Edges.Take(2));
        Assert.Equal(["24", "26", "1"], chart.Table.Rows[^1].Cells.Select(cell => cell.Text));
        Assert.False(BasketSizes.Build("c1", CustomerHistory.Of([])).HasData);
    }

    [Fact]
    public void Invoices_come_newest_first_and_an_opened_one_is_on_its_page()
    {
        var many = CustomerHistory.Of(Enumerable.Range(0, 40).Select(i => new CustomerSale($"{100 + i}", "A", "MUG", 1, s_day.AddDays(i), 1, 1)));

        var query = InvoicePage.Open(AddressQuery.Empty, "105", many);
        var page = InvoicePage.Read(query, many);

        Assert.Equal("?invoice=139", InvoicePage.Open(AddressQuery.Empty, "139", many).To(""));
        Assert.Equal("?page=3&invoice=105", query.To(""));
        Assert.Equal((3, 3, "105"), (page.Page, page.Pages, page.Opened));
        Assert.Contains(page.Invoices, invoice => invoice.Invoice == "105");
        Assert.Equal("139", InvoicePage.Read(AddressQuery.Empty, many).Invoices[0].Invoice);
    }
}
