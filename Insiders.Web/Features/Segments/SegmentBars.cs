using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Features;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Components.ColumnGroups;

namespace Insiders.Web.Features.Segments;

/// <summary>Segments by one measure, largest first: all their members together beside the average member.</summary>
public static class SegmentBars
{
    /// <summary>The measures that there are bars of: a mean place and a mean day say nothing.</summary>
    public static ImmutableArray<ColumnEntry> MeasuresOf(CustomerTable customers)
        => [.. ColumnCatalog.MeasuresOf(customers).Where(entry => CustomerTable.UnitOf(entry.Name) is not (FeatureUnit.Degrees or FeatureUnit.Date))];

    /// <summary>What members have together; null for measures whose sum means nothing.</summary>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="segments">The segments shown.</param>
    /// <param name="measure">One of <see cref="MeasuresOf"/>.</param>
    public static BarChart? Totals(CustomerTable customers, ImmutableArray<RunSegment> segments, string measure)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.Total(measure, customers.Everybody).Kind == ColumnTotalKind.Sum ? Build(Texts.SegBarsTotal, segments, measure, "total", segment => customers.Total(measure, customers.MembersOf(segment)).Value) : null;
    }

    /// <summary>What a member has on average; a quotient is that of all members together.</summary>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="segments">The segments shown.</param>
    /// <param name="measure">One of <see cref="MeasuresOf"/>.</param>
    public static BarChart Means(CustomerTable customers, ImmutableArray<RunSegment> segments, string measure)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return Build(Texts.SegBarsMean, segments, measure, "mean", segment => customers.MeanOfValued(measure, customers.MembersOf(segment)));
    }

    private static BarChart Build(string title, ImmutableArray<RunSegment> segments, string measure, string file, Func<RunSegment, double> valueOf)
    {
        var name = FeatureText.NameOf(measure);
        var lines = segments.Select(segment => (Segment: segment, Value: valueOf(segment))).OrderByDescending(line => line.Value).ToArray();
        return new BarChart
        {
            Title = Format.Fill(title, name),
            FileName = $"segments-{measure}-{file}",
            LabelTitle = Texts.ColumnSegment,
            Values = CustomerTable.UnitOf(measure) switch
            {
                FeatureUnit.Money => ChartAxis.Money(name),
                FeatureUnit.Share => new ChartAxis(Headings.Share(name)) { Ticks = TickStyle.Percent },
                _ => new ChartAxis(Headings.Of(measure)),
            },
            Series = [new BarSeries(name, ChartColours.Base, [.. lines.Select(line => Bar(line.Segment, line.Value))])],
            Table = new([Texts.ColumnSegment, name], [.. lines.Select(line => new ChartRow([ChartCell.Of(Format.NameOf(line.Segment.Segment.Name)), Cell(measure, line.Value)], KeyOf(line.Segment)))]),
        };

        BarItem Bar(RunSegment segment, double value)
        {
            var (label, text) = (Format.NameOf(segment.Segment.Name), FeatureText.Value(measure, value));
            return new BarItem(label, value, text, $"{label}\n{name}: {text}") { Colour = segment.Colour, Key = KeyOf(segment) };
        }
    }

    private static ChartCell Cell(string measure, double value) => CustomerTable.UnitOf(measure) switch
    {
        FeatureUnit.Money => ChartCell.Money(value),
        FeatureUnit.Share => ChartCell.Share(value),
        _ => ChartCell.Number(value, FeatureText.Value(measure, value)),
    };

    private static string KeyOf(RunSegment segment) => segment.SegmentId.ToString(CultureInfo.InvariantCulture);
}
