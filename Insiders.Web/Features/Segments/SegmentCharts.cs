using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Segments;

/// <summary>One segment as charts.</summary>
public static class SegmentCharts
{
    private const int Bins = 24;

    // Of small whole numbers, more bins would leave gaps between 1, 2 and 3.
    private const int BinsOfCounts = 9;

    // Skewed over several powers of ten: linear bins would put nearly everybody into the first.
    private static readonly ImmutableArray<string> s_byFactors = ["gross_revenue", "qtty_invoices", "qtty_items", "avg_ticket", CustomerMeasures.OrderValue, "avg_basket_size", "qtty_unique_items"];

    private static readonly DayOfWeek[] s_week = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>How a feature is distributed in the segment, beside all customers.</summary>
    /// <param name="feature">A feature of the run.</param>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="story">The segment.</param>
    public static HistogramChart Distribution(string feature, CustomerTable customers, SegmentStory story)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(story);
        var isLog = s_byFactors.Contains(feature);
        var values = customers.Feature(feature);
        var edges = HistogramBins.Edges(values, feature == "qtty_invoices" ? BinsOfCounts : Bins, isLog);
        var own = HistogramBins.Shares(edges, story.Rows.Select(row => values[row]));
        var all = HistogramBins.Shares(edges, values);
        var name = Format.NameOf(story.Segment.Segment.Name);
        var ranges = own.Select((_, bin) => $"{FeatureText.Value(feature, edges[bin])} – {FeatureText.Value(feature, edges[bin + 1])}").ToArray();
        var title = FeatureText.NameOf(feature);
        return new HistogramChart
        {
            Title = title,
            Description = Format.Fill(Texts.SegDistributionText, title, name),
            FileName = $"segment-{feature}",
            Table = new ChartTable(
                [Format.Fill(Texts.ChartsFrom, title), Format.Fill(Texts.ChartsTo, title), name, Texts.AllCustomers],
                [.. own.Select((share, bin) => new ChartRow([Edge(bin), Edge(bin + 1), ChartCell.Share(share), ChartCell.Share(all[bin])]))]),
            Edges = edges,
            Group = new HistogramSeries(name, story.Segment.Colour, own, [.. ranges.Select((range, bin) => $"{range}\n{name}: {Format.Percent(own[bin])}")]),
            Base = new HistogramSeries(Texts.AllCustomers, ChartColours.Base, all, [.. ranges.Select((range, bin) => $"{range}\n{Texts.AllCustomers}: {Format.Percent(all[bin])}")]),
            X = new ChartAxis(Headings.Of(feature)) { Scale = isLog ? AxisScale.Log : AxisScale.Linear, Ticks = TicksOf(feature) },
            Y = new ChartAxis(Texts.SegCustomerShare) { Ticks = TickStyle.Percent, From = 0 },
            Height = 260,
        };

        ChartCell Edge(int at) => CustomerTable.UnitOf(feature) switch
        {
            FeatureUnit.Money => ChartCell.Money(edges[at]),
            FeatureUnit.Share => ChartCell.Share(edges[at]),
            _ => ChartCell.Number(edges[at], FeatureText.Value(feature, edges[at])),
        };
    }

    private static TickStyle TicksOf(string feature) => CustomerTable.UnitOf(feature) switch { FeatureUnit.Money => TickStyle.Money, FeatureUnit.Share => TickStyle.Percent, _ => TickStyle.Compact };

    /// <summary>Revenue by month; months that are not whole are hatched.</summary>
    public static BarChart Months(SegmentStory story, SegmentSales sales, PublishedRun known)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(sales);
        ArgumentNullException.ThrowIfNull(known);
        var bars = sales.Months.Select(month =>
        {
            var partial = known.IsPartial(month.Month);
            var label = Format.ShortMonth(month.Month);
            var text = Format.Money(month.RevenueAmount);
            return new BarItem(label, Math.Round(month.RevenueAmount, 2), text, $"{label}{(partial ? $" ({Texts.SegPartial})" : "")}\n{text}\n{Format.Fill(Texts.SegBuyers, Format.Whole(month.Customers))}") { IsPartial = partial };
        }).ToImmutableArray();
        return new BarChart
        {
            Title = Texts.SegMonthsTitle,
            Description = Texts.SegMonthsText,
            FileName = "segment-months",
            IsUpright = true,
            LabelTitle = "",
            Values = ChartAxis.Money(Texts.ColumnRevenue),
            Series = [new BarSeries(Format.NameOf(story.Segment.Segment.Name), story.Segment.Colour, bars)],
            Table = new ChartTable(
                [Texts.SegMonth, Texts.ColumnRevenue, Texts.SegBuyersColumn],
                [.. sales.Months.Select((month, at) => new ChartRow([ChartCell.Of(bars[at].Label + (bars[at].IsPartial ? $" ({Texts.SegPartial})" : "")), ChartCell.Money(month.RevenueAmount), ChartCell.Whole(month.Customers)]))]),
        };
    }

    /// <summary>Revenue by weekday and hour; hours in which nobody bought anything are left out at both ends.</summary>
    public static HeatChart Hours(SegmentSales sales)
    {
        ArgumentNullException.ThrowIfNull(sales);
        var known = sales.Hours.ToDictionary(hour => (hour.Weekday, hour.Hour));
        var hours = Enumerable.Range(sales.Hours.Min(hour => hour.Hour), sales.Hours.Max(hour => hour.Hour) - sales.Hours.Min(hour => hour.Hour) + 1).ToArray();
        return new HeatChart
        {
            Title = Texts.SegHoursTitle,
            Description = Texts.SegHoursText,
            FileName = "segment-hours",
            Rows = [.. s_week.Select(DayName)],
            Columns = [.. hours.Select(HourName)],
            ColumnTitle = Texts.SegHour,
            Scale = new ColourScale(Headings.Money(Texts.ColumnRevenue)) { Ticks = TickStyle.Money },
            Cells = [.. s_week.SelectMany(day => hours.Select(hour => Cell(day, hour)))],
            Table = new ChartTable([Texts.SegWeekday, .. hours.Select(HourName)], [.. s_week.Select(day => new ChartRow([ChartCell.Of(DayName(day)), .. hours.Select(hour => ChartCell.Money(Cell(day, hour).Value))]))]),
        };

        HeatCell Cell(DayOfWeek day, int hour) => known.TryGetValue((day, hour), out var found)
            ? new HeatCell(found.RevenueAmount, Format.Money(found.RevenueAmount), $"{DayName(day)}, {HourName(hour)}\n{Format.Money(found.RevenueAmount)}\n{Format.Fill(Texts.SegInvoiceCount, Format.Whole(found.Invoices))}")
            : new HeatCell(null, "", "");
    }

    /// <summary>Revenue by weekday, for ledgers without times.</summary>
    public static BarChart Weekdays(SegmentStory story, SegmentSales sales)
    {
        ArgumentNullException.ThrowIfNull(story);
        ArgumentNullException.ThrowIfNull(sales);
        var bars = s_week.Select(day =>
        {
            var revenue = sales.Hours.Where(hour => hour.Weekday == day).Sum(hour => hour.RevenueAmount);
            return new BarItem(DayName(day), Math.Round(revenue, 2), Format.Money(revenue), $"{DayName(day)}\n{Format.Money(revenue)}");
        }).ToImmutableArray();
        return new BarChart
        {
            Title = Texts.SegWeekdaysTitle,
            Description = Texts.SegWeekdaysText,
            FileName = "segment-weekdays",
            IsUpright = true,
            LabelTitle = "",
            Values = ChartAxis.Money(Texts.ColumnRevenue),
            Series = [new BarSeries(Format.NameOf(story.Segment.Segment.Name), story.Segment.Colour, bars)],
            Table = new ChartTable([Texts.SegWeekday, Texts.ColumnRevenue], [.. bars.Select(bar => new ChartRow([ChartCell.Of(bar.Label), ChartCell.Money(bar.Value)]))]),
        };
    }

    private static string DayName(DayOfWeek day) => CultureInfo.CurrentUICulture.DateTimeFormat.DayNames[(int)day];

    private static string HourName(int hour) => $"{hour.ToString("00", CultureInfo.InvariantCulture)}:00";
}
