using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Charts a customer in the projection among the others.</summary>
public static class NeighbourProjection
{
    /// <summary>The colour of all other customers.</summary>
    public const string Others = "#8a9aa2";

    /// <summary>The colour of neighbours.</summary>
    public const string Near = "#E69F00";

    /// <summary>Maximum number of points of other customers; enough to show the structure of the projection.</summary>
    private const int MostOthers = 500;

    /// <summary>Builds the chart: an even sample of all customers, the neighbours, and the customer. The customer's point is smaller because neighbours may lie right below it, and is marked by a ring.</summary>
    public static ScatterChart Build(StoryViewModel story)
    {
        ArgumentNullException.ThrowIfNull(story);
        var customers = story.Base.Customers;
        var apart = story.Neighbours.Add(story.Row).ToHashSet();
        var step = Math.Max(1, (customers.Count + MostOthers - 1) / MostOthers);
        return new ScatterChart
        {
            Title = Texts.NeighbourProjection,
            Description = Texts.StoryMapDescription,
            FileName = $"customer-{story.Id}-map",
            Height = 420,
            PointSize = 5,
            X = new ChartAxis("") { Ticks = TickStyle.None },
            Y = new ChartAxis("") { Ticks = TickStyle.None },
            HighlightedKey = story.Id,
            Groups =
            [
                new(Texts.StoryOthers, Others, ChartSymbols.All[0], [.. Enumerable.Range(0, customers.Count).Where(row => row % step == 0 && !apart.Contains(row)).Select(row => Point(customers, row, 0))]),
                new(Texts.StoryNeighbours, Near, ChartSymbols.All[1], [.. story.Neighbours.Select(row => Point(customers, row, 9))]),
                new(Texts.StoryThis, StoryTimeline.Returned, ChartSymbols.All[2], [Point(customers, story.Row, 5)]),
            ],
            Table = new ChartTable(
                [Texts.CustomersCustomer, Texts.ColumnSegment, Texts.StoryDistance],
                [.. story.Neighbours.Prepend(story.Row).Select(row => new ChartRow([ChartCell.Of(customers.Ids[row]), ChartCell.Of(SegmentOf(customers, row)), Distance(customers, story.Row, row)], customers.Ids[row]))]),
        };
    }

    private static ChartCell Distance(CustomerTable customers, int one, int other)
    {
        var distance = Math.Sqrt(Math.Pow(customers.X[one] - customers.X[other], 2) + Math.Pow(customers.Y[one] - customers.Y[other], 2));
        return ChartCell.Number(distance, Format.Fill("{0:N2}", distance));
    }

    // Three decimals are finer than a pixel and take a third of the characters.
    private static ScatterPoint Point(CustomerTable customers, int row, double size)
        => new(Math.Round(customers.X[row], 3), Math.Round(customers.Y[row], 3), customers.Ids[row], $"{customers.Ids[row]}\n{SegmentOf(customers, row)}") { Size = size };

    private static string SegmentOf(CustomerTable customers, int row) => customers.SegmentAt(row) is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.CustomersNoise;
}
