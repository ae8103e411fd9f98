using Insiders.Web.Features.Overview;
using Insiders.Web.Shared;

namespace Insiders.Web.Charts;

/// <summary>Revenue by segment, largest first.</summary>
public static class RevenueBars
{
    /// <summary>Builds the chart.</summary>
    public static BarChart Build(OverviewFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var rows = figures.Segments.OrderByDescending(row => row.Segment.Profile.RevenueAmount).ToArray();
        var bars = rows.Select(row =>
        {
            var profile = row.Segment.Profile;
            var name = Figures.NameOf(row.Segment.Name);
            var hover = Figures.Fill(Texts.ChartHover, name, Figures.Money(profile.RevenueAmount), Figures.Percent(profile.RevenueShare));
            return new BarItem(name, Math.Round(profile.RevenueAmount, 2), Figures.Whole(profile.RevenueAmount), hover) { Colour = row.Colour };
        });
        return new()
        {
            Title = Texts.RevenueBySegment,
            FileName = "revenue-by-segment",
            LabelTitle = Texts.ColumnSegment,
            Values = new ChartAxis(Texts.ColumnRevenue) { Ticks = TickStyle.Compact },
            Series = [new BarSeries(Texts.ColumnRevenue, ChartColours.Base, [.. bars])],
            Table = new([Texts.ColumnSegment, Texts.ColumnRevenue], [.. rows.Select(row => new ChartRow([Figures.NameOf(row.Segment.Name), Figures.Money(row.Segment.Profile.RevenueAmount)]))]),
        };
    }
}
