using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Segments;

/// <summary>Segments side by side as charts.</summary>
public static class CompareCharts
{
    // Pixels across. Only below a share of 0.5 % of the largest is a bubble larger than its revenue, so that it can be seen.
    private const double LargestBubble = 56;
    private const double SmallestBubble = 4;

    /// <summary>The measures of every segment over parallel axes.</summary>
    /// <param name="segments">The segments shown.</param>
    /// <param name="isLog">True for axes by equal factors.</param>
    public static ParallelChart Parallel(ImmutableArray<RunSegment> segments, bool isLog)
    {
        var measures = CompareMeasure.Means;
        var symbols = Symbols(segments);
        return new ParallelChart
        {
            Title = Texts.SegParallelTitle,
            Description = Format.Fill(Texts.SegParallelText, segments.Length, measures.Length),
            FileName = "segments-parallel",
            Table = Table(segments, measures, (measure, profile) => measure.Cell(profile)),
            Axes = [.. measures.Select(measure => Axis(measure, [.. segments.Select(segment => measure.Value(segment.Segment.Profile))], isLog))],
            Lines = [.. segments.Select((segment, at) => new ParallelLine(
                NameOf(segment), segment.Colour, [.. measures.Select(measure => Drawn(measure.Value(segment.Segment.Profile), isLog))],
                [.. measures.Select(measure => $"{NameOf(segment)}\n{measure.Name}: {measure.Text(measure.Value(segment.Segment.Profile))}")])
            {
                Key = Key(segment),
                Symbol = symbols[at],
            })],
        };
    }

    /// <summary>The measures of every segment as multiples of the average customer, around a centre.</summary>
    /// <param name="segments">The segments shown.</param>
    /// <param name="whole">All customers: 1 on every axis.</param>
    /// <param name="isLog">True for a radius by equal factors.</param>
    public static RadarChart Radar(ImmutableArray<RunSegment> segments, GroupProfile whole, bool isLog)
    {
        ImmutableArray<CompareMeasure> measures = [.. CompareMeasure.Means.Where(measure => measure.Value(whole) > 0)];
        var symbols = Symbols(segments);
        return new RadarChart
        {
            Title = Texts.SegRadarTitle,
            Description = Texts.SegRadarText,
            FileName = "segments-radar",
            Height = 440,
            Table = Table(segments, measures, Multiple),
            Axes = [.. measures.Select(measure => measure.Name)],
            Radius = new ChartAxis("") { Scale = isLog ? AxisScale.Log : AxisScale.Linear },
            Series =
            [
                .. segments.Select((segment, at) => Series(NameOf(segment), segment.Colour, Key(segment), symbols[at], segment.Segment.Profile)),
                Series(Texts.AllCustomers, ChartColours.Base, null, ChartSymbols.All[0], whole) with { IsDashed = true },
            ],
        };

        ChartCell Multiple(CompareMeasure measure, GroupProfile profile)
        {
            var times = measure.Value(profile) / measure.Value(whole);
            return ChartCell.Number(times, Format.Fill(Texts.SegTimes, DifferenceText.Times(times)));
        }

        RadarSeries Series(string name, string colour, string? key, string symbol, GroupProfile profile) => new(
            name, colour, [.. measures.Select(measure => Drawn(measure.Value(profile) / measure.Value(whole), isLog))],
            [.. measures.Select(measure => $"{name}\n{measure.Name}: {measure.Text(measure.Value(profile))} ({Format.Fill(Texts.SegTimes, DifferenceText.Times(measure.Value(profile) / measure.Value(whole)))})")], key)
        {
            Symbol = symbol,
        };
    }

    /// <summary>Segments as bubbles: mean recency across, mean revenue upwards, area by revenue in all.</summary>
    /// <param name="segments">The segments shown.</param>
    /// <param name="isLog">True for a revenue axis by equal factors.</param>
    public static ScatterChart Bubbles(ImmutableArray<RunSegment> segments, bool isLog)
    {
        var largest = segments.Select(segment => segment.Segment.Profile.RevenueAmount).DefaultIfEmpty().Max();
        var symbols = Symbols(segments);
        return new ScatterChart
        {
            Title = Texts.SegBubblesTitle,
            Description = Texts.SegBubblesText,
            FileName = "segments-recency-revenue",
            Table = new ChartTable(
                [Texts.ColumnSegment, Texts.ColumnRecency, Texts.ColumnMeanRevenue, Texts.ColumnRevenue],
                [.. segments.Select(segment => new ChartRow(
                    [ChartCell.Of(NameOf(segment)), ChartCell.Number(segment.Segment.Profile.RecencyDays, Format.One(segment.Segment.Profile.RecencyDays)), ChartCell.Money(segment.Segment.Profile.MeanRevenueAmount), ChartCell.Money(segment.Segment.Profile.RevenueAmount)], Key(segment)))]),
            X = new ChartAxis(Headings.Days(Texts.SegBubblesX)),
            Y = ChartAxis.Money(Texts.SegBubblesY) with { Scale = isLog ? AxisScale.Log : AxisScale.Linear },
            Groups = [.. segments.Select((segment, at) => new ScatterGroup(NameOf(segment), segment.Colour, symbols[at], [Bubble(segment, symbols[at], largest)]))],
            Height = 440,
        };
    }

    private static ScatterPoint Bubble(RunSegment segment, string symbol, double largest)
    {
        var profile = segment.Segment.Profile;
        var hover = $"{NameOf(segment)}\n{Texts.ColumnRecency}: {Format.One(profile.RecencyDays)}\n{Texts.ColumnMeanRevenue}: {Format.Money(profile.MeanRevenueAmount)}\n{Texts.ColumnRevenue}: {Format.Money(profile.RevenueAmount)}";
        return new ScatterPoint(profile.RecencyDays, profile.MeanRevenueAmount, Key(segment), hover) { Size = ChartSymbols.SizeOf(symbol, Math.Max(SmallestBubble, LargestBubble * Math.Sqrt(largest > 0 ? profile.RevenueAmount / largest : 0))) };
    }

    private static ParallelAxis Axis(CompareMeasure measure, ImmutableArray<double> values, bool isLog)
    {
        double[] drawn = [.. values.Where(value => !isLog || value > 0).DefaultIfEmpty(1)];
        var (low, high) = (isLog ? drawn.Min() : Math.Min(0, drawn.Min()), drawn.Max());
        return new ParallelAxis(measure.Heading, low, high, measure.Text(low), measure.Text(high), isLog);
    }

    private static double Drawn(double value, bool isLog) => isLog && value <= 0 ? double.NaN : value;

    private static ChartTable Table(ImmutableArray<RunSegment> segments, ImmutableArray<CompareMeasure> measures, Func<CompareMeasure, GroupProfile, ChartCell> cell) => new(
        [Texts.ColumnSegment, .. measures.Select(measure => measure.Name)],
        [.. segments.Select(segment => new ChartRow([ChartCell.Of(NameOf(segment)), .. measures.Select(measure => cell(measure, segment.Segment.Profile))], Key(segment)))]);

    private static ImmutableArray<string> Symbols(ImmutableArray<RunSegment> segments) => [.. ChartSymbols.Of(segments.Select(segment => segment.Colour)).Select(shape => ChartSymbols.All[shape])];

    private static string NameOf(RunSegment segment) => Format.NameOf(segment.Segment.Name);

    private static string Key(RunSegment segment) => segment.SegmentId.ToString(CultureInfo.InvariantCulture);
}
