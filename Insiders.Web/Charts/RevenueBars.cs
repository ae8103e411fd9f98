using Insiders.Web.Features.Overview;
using Insiders.Web.Shared;

namespace Insiders.Web.Charts;

/// <summary>Revenue by segment, largest first.</summary>
public static class RevenueBars
{
    /// <summary>Builds the chart.</summary>
    public static ChartSpec Build(OverviewFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var bars = figures.Segments.OrderByDescending(row => row.Segment.Profile.RevenueAmount).Select(row =>
        {
            var profile = row.Segment.Profile;
            var name = Figures.NameOf(row.Segment.Name);
            var hover = Figures.Fill(Texts.ChartHover, name, Figures.Money(profile.RevenueAmount), Figures.Percent(profile.RevenueShare));
            return new BarPoint(name, Math.Round(profile.RevenueAmount, 2), Figures.Whole(profile.RevenueAmount), hover, row.Colour);
        });
        return new(Texts.RevenueBySegment, Texts.ColumnSegment, Texts.ColumnRevenue, [.. bars]);
    }
}
