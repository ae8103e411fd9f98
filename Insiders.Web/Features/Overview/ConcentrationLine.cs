using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Overview;

/// <summary>Which part of the revenue the best customers hold.</summary>
public static class ConcentrationLine
{
    /// <summary>The points that are read out, in per cent of the customers.</summary>
    public static ImmutableArray<int> ReadOut { get; } = [1, 5, 10, 20];

    private const string Colour = "#0072B2";

    /// <summary>Builds the chart.</summary>
    /// <param name="summary">The figures.</param>
    /// <param name="addressOf">The address of the page under other conditions: a click on the line picks the customers up to there.</param>
    public static LineChart Build(BaseSummary summary, Func<CustomerFilter, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(summary);
        ArgumentNullException.ThrowIfNull(addressOf);
        var points = summary.Concentration.Points; // Of few customers several points are the same ones: they lie on each other.
        return new()
        {
            Title = Texts.OverviewConcentration,
            Description = Sentence(summary),
            FileName = "concentration",
            X = new ChartAxis(Texts.OverviewConcentrationX) { Ticks = TickStyle.Percent, From = 0, To = 1 },
            Y = new ChartAxis(Texts.OverviewConcentrationY) { Ticks = TickStyle.Percent, From = 0, To = 1 },
            Series =
            [
                new(Texts.OverviewConcentrationLine, Colour, [.. points.Select(point => new LinePoint((double)point.Customers / points[^1].Customers, point.RevenueShare, Hover(point), KeyOf(point)))]) { IsFilled = true },
            ],
            References = [new(Texts.OverviewConcentrationEven, 0, 0, 1, 1)],
            Table = new(
                [Texts.OverviewConcentrationX, Texts.ColumnCustomers, Texts.OverviewConcentrationY, Texts.OverviewConcentrationFrom],
                [.. points.Where(point => point.Percent > 0).Select(point => new ChartRow([new ChartCell(ValueKind.Share, point.Percent / 100d, Percent(point.Percent)), ChartCell.Whole(point.Customers), ChartCell.Share(point.RevenueShare), ChartCell.Money(point.FromRevenueAmount)], KeyOf(point)))]),
        };

        string? KeyOf(ConcentrationPoint point) => ConditionOf(summary.Filter, point) is { } condition ? addressOf(condition) : null;
    }

    /// <summary>The points read out, as one sentence; empty where there is nobody.</summary>
    public static string Sentence(BaseSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        return summary.Concentration.Points.IsEmpty ? ""
            : Format.Fill(Texts.OverviewConcentrationSentence, [.. ReadOut.SelectMany(percent => new[] { Percent(percent), Format.Percent(summary.Concentration.Points[percent].RevenueShare) })]);
    }

    /// <summary>The condition that the customers up to a point meet; null where none says so: in a month, or for nobody.</summary>
    public static CustomerFilter? ConditionOf(CustomerFilter filter, ConcentrationPoint point)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return filter.Month is not null || point.Customers == 0 ? null
            : filter with { Ranges = [.. filter.Ranges.Where(range => range.Feature != "gross_revenue"), new FeatureRange("gross_revenue", point.FromRevenueAmount, null)] };
    }

    /// <summary>A whole per cent, as the reader's language writes it.</summary>
    public static string Percent(int percent) => (percent / 100d).ToString("P0", CultureInfo.CurrentCulture);

    private static string Hover(ConcentrationPoint point)
        => Format.Fill(Texts.OverviewConcentrationHover, Percent(point.Percent), Format.Whole(point.Customers), Format.Percent(point.RevenueShare));
}
