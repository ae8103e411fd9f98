using System.Collections.Immutable;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.CustomerStory;

/// <summary>Charts the days between a customer's purchases.</summary>
public static class PurchaseGaps
{
    // As many columns as can be told apart; the table has all of them.
    private const int Most = 60;

    // Number of dates that fit side by side below a card a third of the page wide.
    private const int MostNamed = 3;

    /// <summary>A sentence on how many of the gaps are drawn; null when all are.</summary>
    public static string? LeadOf(PurchaseRhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        return rhythm.GapDays.Length > Most ? Format.Fill(Texts.StoryGapsLatest, Format.Whole(Most), Format.Whole(rhythm.GapDays.Length)) : null;
    }

    /// <summary>Builds the chart: a column for each of the latest gaps, labelled with the day that ends it.</summary>
    public static BarChart Build(string customerId, PurchaseRhythm rhythm, ImmutableArray<DateOnly> days)
    {
        ArgumentNullException.ThrowIfNull(rhythm);
        var gaps = rhythm.GapDays.Select((gap, i) => (Days: gap, From: days[i], Until: days[i + 1])).ToImmutableArray();
        return new BarChart
        {
            Title = Texts.StoryGaps,
            Description = gaps.IsEmpty ? Texts.StoryGaps
                : Format.Fill(Texts.StoryGapsDescription, Format.Whole(gaps.Length), Format.Days(rhythm.GapDays.Min()), Format.Days(rhythm.GapDays.Max())),
            FileName = $"customer-{customerId}-gaps",
            IsUpright = true,
            Height = 280,
            MostNamed = MostNamed,
            LabelTitle = Texts.StoryDay,
            Values = new ChartAxis(Headings.Days(Texts.StoryGapDays)),
            Series =
            [
                new(Texts.StoryGapDays, StoryTimeline.Bought, [.. gaps.TakeLast(Most).Select(gap => new BarItem(
                    Format.ShortDay(gap.Until), gap.Days, Format.Whole(gap.Days), Format.Fill(Texts.StoryGap, Format.Day(gap.From), Format.Day(gap.Until), Format.Days(gap.Days))))]),
            ],
            Table = new ChartTable(
                [Format.Fill(Texts.ChartsFrom, Texts.StoryDay), Format.Fill(Texts.ChartsTo, Texts.StoryDay), Texts.StoryGapDays],
                [.. gaps.Select(gap => new ChartRow([ChartCell.Day(gap.From), ChartCell.Day(gap.Until), ChartCell.Whole(gap.Days)]))]),
        };
    }
}
