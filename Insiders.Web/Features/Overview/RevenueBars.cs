using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Overview;

/// <summary>Revenue by segment, largest first.</summary>
public static class RevenueBars
{
    /// <summary>Builds the chart.</summary>
    /// <param name="summary">The figures. Segments that its conditions leave out step back.</param>
    /// <param name="addressOf">The address of the page under other conditions: what a click on a bar picks.</param>
    public static BarChart Build(BaseSummary summary, Func<CustomerFilter, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(addressOf);
        var lines = summary.Segments.OrderByDescending(line => line.Profile.RevenueAmount).ToArray();
        var title = summary.Filter.Month is { } month ? Format.Fill(Texts.OverviewRevenueBySegmentIn, Format.Month(month)) : Texts.RevenueBySegment;
        return new()
        {
            Title = title,
            FileName = "revenue-by-segment",
            LabelTitle = Texts.ColumnSegment,
            Values = ChartAxis.Money(Texts.ColumnRevenue),
            Series = [new BarSeries(Texts.ColumnRevenue, ChartColours.Base, [.. lines.Select(Bar)])],
            Table = new(
                [Texts.ColumnSegment, Texts.ColumnRevenue, Texts.ColumnShare],
                [.. lines.Select(line => new ChartRow([ChartCell.Of(NameOf(line)), ChartCell.Money(line.Profile.RevenueAmount), ChartCell.Share(line.Profile.RevenueShare)], KeyOf(line)))]),
        };

        BarItem Bar(SegmentSummary line)
        {
            var hover = Format.Fill(Texts.ChartHover, NameOf(line), Format.Money(line.Profile.RevenueAmount), Format.Percent(line.Profile.RevenueShare));
            return new BarItem(NameOf(line), Math.Round(line.Profile.RevenueAmount, 2), Format.WholeMoney(line.Profile.RevenueAmount), hover)
            {
                Colour = line.Segment?.Colour,
                Key = KeyOf(line),
                IsSelected = !summary.Filter.SegmentIds.IsEmpty && line.IsSelected,
                IsMuted = !line.IsSelected,
            };
        }

        string? KeyOf(SegmentSummary line) => line.Segment is { } segment ? addressOf(summary.Filter.Toggle(segment.SegmentId)) : null;
    }

    /// <summary>A line's name on screens.</summary>
    internal static string NameOf(SegmentSummary line) => line.Segment is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.NotInAnyGroup;
}
