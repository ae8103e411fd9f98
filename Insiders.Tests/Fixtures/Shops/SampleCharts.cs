using System.Collections.Immutable;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>A small chart of every kind, with names that would do harm if they were interpreted.</summary>
internal static class SampleCharts
{
    /// <summary>Markup with a script.</summary>
    public const string Markup = HostileNames.Markup;

    /// <summary>A formula that starts a program.</summary>
    public const string Formula = HostileNames.Formula;

    private const string Blue = "#0072B2";
    private const string Orange = "#E69F00";

    private static readonly ChartTable s_table = new([Markup, Formula], [new([ChartCell.Of(Formula), ChartCell.Of(Markup)], "a"), new([ChartCell.Of("b"), ChartCell.Of("2")], "b")]);

    /// <summary>One of each kind.</summary>
    public static ImmutableArray<ChartSpec> All => [Bars, Columns, Lines, Points, Distribution, Grid, Parallel, Radar, Map(false), Map(true), Timeline];

    public static BarChart Bars => new()
    {
        Title = Markup,
        Table = s_table,
        LabelTitle = Markup,
        Values = new ChartAxis(Markup) { Ticks = TickStyle.Compact },
        Series =
        [
            new(Markup, Blue, [new(Markup, 6_000, Markup, Markup) { Key = "a", IsSelected = true }, new(Formula, 4_000, "4,000", Formula) { Key = "b", Colour = Orange, IsMuted = true }]),
        ],
    };

    public static BarChart Columns => new()
    {
        Title = "Revenue by month",
        Table = s_table,
        LabelTitle = "Month",
        Values = new ChartAxis("Revenue"),
        IsUpright = true,
        Series =
        [
            new(Markup, Blue, [new("Nov", 10, "10", "10") { Key = "2017-11" }, new("Dec", 4, "4", "4") { Key = "2017-12", IsPartial = true }]),
            new(Formula, Orange, [new("Nov", 5, "5", "5") { Key = "2017-11" }, new("Dec", 1, "1", "1") { Key = "2017-12", IsPartial = true }]),
        ],
    };

    public static LineChart Lines => new()
    {
        Title = "Revenue by day",
        Table = s_table,
        X = new ChartAxis("Day") { Scale = AxisScale.Date },
        Y = new ChartAxis(Markup) { Ticks = TickStyle.Percent },
        Series = [new(Markup, Blue, [new(Day(1), 0.1, Markup, "a"), new(Day(2), 0.4, Formula, "b")]) { IsFilled = true, HasMarkers = true }],
        References = [new(Formula, Day(1), 0, Day(2), 1)],
    };

    public static HistogramChart Distribution => new()
    {
        Title = "Recency",
        Table = s_table,
        Edges = [0, 10, 20],
        X = new ChartAxis(Markup),
        Y = new ChartAxis("Share") { Ticks = TickStyle.Percent },
        Group = new(Markup, Blue, [0.25, 0.75], [Markup, Formula]),
        Base = new(Formula, ChartColours.Base, [0.5, 0.5], ["half", "half"]),
    };

    public static HeatChart Grid => new()
    {
        Title = "Weekday and hour",
        Table = s_table,
        Rows = [Markup, "Tue"],
        Columns = ["9", Formula],
        Cells = [new(1, Markup, Markup, "a"), new(null, "", ""), new(100, "100", "hundred", "c"), new(10, "10", "ten", "d")],
        Scale = new ColourScale(Markup) { IsLog = true },
        ShowTexts = true,
    };

    public static ParallelChart Parallel => new()
    {
        Title = "Segments beside each other",
        Table = s_table,
        Axes = [new(Markup, 1, 100, Markup, Formula, IsLog: true), new("Recency", 0, 200, "0", "200")],
        Lines = [new(Markup, Blue, [10, 50], [Markup, Formula]) { Key = "a" }, new(Formula, Orange, [100, double.NaN], ["top", "none"]) { Symbol = "square", IsMuted = true }],
    };

    public static RadarChart Radar => new()
    {
        Title = "Segments around the base",
        Table = s_table,
        Axes = [Markup, Formula, "Items"],
        Radius = new ChartAxis("") { Scale = AxisScale.Log },
        Series = [new(Markup, Blue, [1, 10, 100], [Markup, Formula, "i"], "a")],
    };

    public static TimelineChart Timeline => new()
    {
        Title = "Invoices and returns",
        Table = s_table,
        Y = new ChartAxis(Markup),
        Series = [new(Markup, Blue, "circle", [new(new DateOnly(2017, 2, 1), 100, Markup, "i1"), new(new DateOnly(2017, 3, 1), -20, Formula, "i2")])],
    };

    public static ScatterChart Points => new()
    {
        Title = "Customers",
        Table = s_table,
        X = new ChartAxis(Markup) { Ticks = TickStyle.None },
        Y = new ChartAxis("y") { Scale = AxisScale.Log },
        Groups = [new(Markup, Blue, "circle", [new(1, 10, "a", Markup), new(2, 100, "b", Formula) { Size = 20 }]), new(Formula, Orange, "diamond", [new(3, 1_000, "c", "third")])],
        HighlightedKey = "b",
    };

    public static MapChart Map(bool asBubbles) => new()
    {
        Title = "Countries",
        Table = s_table,
        AsBubbles = asBubbles,
        Scale = new ColourScale(Markup) { IsLog = true },
        Places =
        [
            new(Markup, "GBR", 54, -2, 1_000, Markup, "uk") { IsSelected = true },
            new("Singapore", "SGP", 1.35, 103.8, 10, Formula, "sg"),
            new("European Community", null, 50, 10, 40, Markup, "eu"),
        ],
    };

    private static int Day(int day) => new DateOnly(2017, 2, day).DayNumber;
}
