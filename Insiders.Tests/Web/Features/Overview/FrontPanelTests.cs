using Bunit;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Overview;

namespace Insiders.Tests.Web.Features.Overview;

public sealed class FrontPanelTests : UiTest
{
    private static readonly DateOnly s_last = new(2017, 12, 7);

    [Fact]
    public void The_line_is_the_running_total_and_the_dashed_one_that_of_the_other_period()
    {
        var chart = RevenueLine.Build(Known("/?period=2017-11&compare=2017-12").Period!);
        var compared = RevenueLine.Build(OverviewPeriod.Of(Base(), new(ComparisonKind.Own, Month(11), Month(10), null), CustomerFilter.None));

        var line = Assert.Single(chart.Series); // December is not over
        Assert.Equal((30, 4_000, 7_000), (line.Points.Length, line.Points[0].Y, line.Points[^1].Y));
        Assert.False(line.IsDashed);
        Assert.Equal([("Oct 2017", true), ("Nov 2017", false)], compared.Series.Select(series => (series.Name, series.IsDashed)));
        Assert.Equal((31, 30), (compared.Series[0].Points.Length, compared.Series[1].Points.Length));
        Assert.Equal(31, compared.Table.Rows.Length);
        Assert.Equal("", compared.Table.Rows[^1].Cells[1].Text); // November has no 31st
    }

    [Fact]
    public void A_month_that_is_not_over_is_dashed_ends_with_the_sales_and_says_why_it_is_not_compared()
    {
        var known = Known("/?period=2017-12");

        var line = Assert.Single(RevenueLine.Build(known.Period!).Series);
        var bar = Render<PeriodBar>(parameters => parameters.Add(part => part.Period, known.Period!).Add(part => part.Query, Insiders.Web.Navigation.AddressQuery.Of("/?period=2017-12")));

        Assert.Equal((true, 7, 3_000), (line.IsDashed, line.Points.Length, line.Points[^1].Y));
        Assert.Equal("Dec 2017 is not over: sales go up to 7 Dec 2017. It is shown, not compared.", bar.Find("[data-testid=refusal]").TextContent);
        Assert.Empty(bar.FindAll("[data-testid=period-next]")); // nothing is sold in January
        Assert.Equal("/?period=2017-12&compare=none", bar.Find("[data-key=x]").GetAttribute("href"));
    }

    [Fact]
    public void Segments_of_a_period_are_those_that_conditions_leave_without_good_or_bad()
    {
        var known = Known("/?segment=2");
        var table = Render<PeriodSegments>(parameters => parameters.Add(part => part.Known, known).Add(part => part.Period, known.Period!));

        var row = Assert.Single(table.FindAll("[data-testid=period-segment]"));
        Assert.Contains("Lost Customers", row.TextContent, StringComparison.Ordinal);
        Assert.Empty(table.FindAll(".better, .worse"));
        Assert.Equal(PeriodExports.FieldsOf(known.Period!).Length + 2, table.FindAll("thead th").Count); // stages and trend are pictures
    }

    private static Insiders.Core.Application.PublishedRuns.PublishedRun Base()
    {
        var known = SampleOverview.Of("Insiders").Base;
        var days = new DailySales(3,
        [
            new(0, new(2017, 11, 1), 4_000, 10, 1, 0), new(1, new(2017, 11, 30), 3_000, 12, 2, 0), new(1, new(2017, 12, 2), 2_000, 8, 1, 0), new(2, s_last, 1_000, 30, 1, 0),
        ]);
        return known with { Customers = known.Customers.WithDays(days, days.PurchaseDays(s_last), s_last) };
    }

    private static OverviewSummary Known(string address)
    {
        var (known, query) = (Base(), Insiders.Web.Navigation.AddressQuery.Of(address));
        var filter = Insiders.Web.Navigation.FilterAddress.Read(query, known.Customers);
        return SampleOverview.Of("Insiders", filter) with { Base = known, Period = OverviewPeriod.Of(known, Insiders.Web.Navigation.PeriodAddress.Read(query, known.Coverage), filter) };
    }

    private static Period Month(int month) => Period.Of(PeriodUnit.Month, new(2017, month, 1));
}
