using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Customers.Sales;

/// <summary>How regularly a customer buys, and when the next purchase would come if it went on so. See <c>docs/methods/customer-story.md</c>.</summary>
public sealed record PurchaseRhythm
{
    /// <summary>Gaps below which nothing is expected: with fewer, the middle half of them is one or two gaps.</summary>
    public const int LeastGaps = 3;

    /// <summary>Days from each purchase day to the next, oldest first, each at least 1; empty with fewer than two purchase days.</summary>
    public required ImmutableArray<int> GapDays { get; init; }

    /// <summary>The middle gap; 0 without gaps.</summary>
    public required double MedianGapDays { get; init; }

    /// <summary>A quarter of the gaps is no longer than this; 0 without gaps.</summary>
    public required double LowerGapDays { get; init; }

    /// <summary>Three quarters of the gaps are no longer than this; 0 without gaps.</summary>
    public required double UpperGapDays { get; init; }

    /// <summary>When the next purchase is expected; null with fewer than <see cref="LeastGaps"/> gaps.</summary>
    public required ExpectedPurchase? Next { get; init; }

    /// <summary>Works it out.</summary>
    /// <param name="purchaseDays">Days with a purchase, ascending, each once.</param>
    /// <param name="asOf">The last day of the data: an expectation that ended before it is overdue.</param>
    /// <exception cref="ArgumentException">The days are not ascending.</exception>
    /// <remarks>
    /// The rule is last purchase + median gap; the range takes the quartiles of the gaps instead, interpolated between neighbours (the
    /// usual definition, R's type 7), its beginning rounded down and its end rounded up to whole days.
    /// </remarks>
    public static PurchaseRhythm Of(ImmutableArray<DateOnly> purchaseDays, DateOnly asOf)
    {
        ImmutableArray<int> gaps = [.. purchaseDays.Skip(1).Select((day, i) => day.DayNumber - purchaseDays[i].DayNumber)];
        if (gaps.Any(gap => gap < 1))
        {
            throw new ArgumentException("Purchase days must ascend, each once.", nameof(purchaseDays));
        }

        double[] sorted = [.. gaps.Order().Select(gap => (double)gap)];
        var (lower, median, upper) = (Quantiles.Of(sorted, 0.25), Quantiles.Of(sorted, 0.5), Quantiles.Of(sorted, 0.75));
        return new PurchaseRhythm
        {
            GapDays = gaps,
            LowerGapDays = lower,
            MedianGapDays = median,
            UpperGapDays = upper,
            Next = gaps.Length < LeastGaps ? null : Expect(purchaseDays[^1], lower, median, upper, asOf),
        };
    }

    private static ExpectedPurchase Expect(DateOnly last, double lower, double median, double upper, DateOnly asOf)
    {
        var until = last.AddDays((int)Math.Ceiling(upper));
        return new ExpectedPurchase(
            last.AddDays((int)Math.Round(median, MidpointRounding.AwayFromZero)),
            last.AddDays((int)Math.Floor(lower)),
            until,
            Math.Max(asOf.DayNumber - until.DayNumber, 0));
    }
}
