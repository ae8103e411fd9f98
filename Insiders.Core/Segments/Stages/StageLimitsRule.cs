using Insiders.Core.Numerics;

namespace Insiders.Core.Segments.Stages;

/// <summary>Computes the limits of stages from the gaps of a ledger.</summary>
/// <remarks>
/// A customer's silence is held against how long pauses last that end with a purchase: beyond the 90th percentile of these pauses, each
/// divided by its customer's usual one, a regular customer is slipping, beyond the 97.5th dormant, beyond the 99th lost. Customers
/// without a rhythm of their own are held against all pauses of the shop: slipping beyond the middle one, dormant beyond the 90th
/// percentile, lost beyond the 97.5th. Percentiles are R's type 7. Corridors keep few or strangely even gaps from giving limits that no
/// marketer would defend. See <c>docs/methods/stages.md</c> for the reasons and what came of those called so.
/// </remarks>
internal static class StageLimitsRule
{
    /// <summary>Pauses from which on percentiles beyond the middle mean something.</summary>
    private const int EnoughGaps = 100;

    private const int NewAtLeastDays = 30;
    private const int LostNotBeforeDays = 90;

    private static readonly StageBounds s_fewestMultiples = new(1.5, 3, 5);
    private static readonly StageBounds s_mostMultiples = new(2.5, 5, 10);
    private static readonly StageBounds s_usualMultiples = new(2, 4, 6);
    private static readonly StageBounds s_fewestOfMedian = new(1, 2, 4);
    private static readonly StageBounds s_usualOfMedian = new(1, 4, 7);

    /// <summary>The limits of a ledger.</summary>
    /// <param name="days">When its customers bought.</param>
    /// <param name="spanDays">Days from the first to the last date.</param>
    /// <param name="settings">What an administrator set.</param>
    internal static StageLimits Of(PurchaseDays days, int spanDays, StageSettings settings)
    {
        var (gaps, multiples) = (new List<double>(), new List<double>());
        var regular = 0;
        for (var row = 0; row < days.Customers; row++)
        {
            var own = Gaps(days.Of(row));
            gaps.AddRange(own);
            if (UsualGap(days.Of(row)) is { } usual)
            {
                regular++;
                multiples.AddRange(own.Select(gap => gap / Math.Max(usual, 1)));
            }
        }

        gaps.Sort();
        multiples.Sort();
        double? median = gaps.Count == 0 ? null : At(gaps, 0.5);
        return new StageLimits
        {
            NewDays = settings.NewDays ?? (int)Math.Max(NewAtLeastDays, Math.Floor(median ?? 0)),
            UsualGaps = settings.UsualGaps ?? (multiples.Count < EnoughGaps ? s_usualMultiples
                : new(Within(At(multiples, 0.9), b => b.Slipping), Within(At(multiples, 0.975), b => b.Dormant), Within(At(multiples, 0.99), b => b.Lost))),
            SilentDays = settings.SilentDays ?? OfShop(gaps, median, spanDays),
            LostNotBeforeDays = settings.LostNotBeforeDays ?? LostNotBeforeDays,
            MedianGapDays = median,
            Gaps = gaps.Count,
            CustomersWithRhythm = regular,
        };
    }

    /// <summary>The middle one of a customer's gaps; null with fewer than <see cref="StageLimits.OwnRhythmFrom"/> purchase days.</summary>
    internal static double? UsualGap(ReadOnlySpan<int> days)
    {
        if (days.Length < StageLimits.OwnRhythmFrom)
        {
            return null;
        }

        var gaps = Gaps(days);
        Array.Sort(gaps);
        return Quantiles.Of(gaps, 0.5);
    }

    private static double[] Gaps(ReadOnlySpan<int> days)
    {
        var gaps = new double[Math.Max(days.Length - 1, 0)];
        for (var i = 0; i < gaps.Length; i++)
        {
            gaps[i] = days[i + 1] - days[i];
        }

        return gaps;
    }

    // Where nobody came twice there is no pause to learn from: the span is cut into quarters.
    private static StageBounds OfShop(List<double> gaps, double? median, int spanDays)
    {
        if (median is not { } middle)
        {
            var quarter = Math.Max(spanDays, 4) / 4.0;
            return new(quarter, 2 * quarter, 3 * quarter);
        }

        var least = s_fewestOfMedian.Times(middle);
        return gaps.Count < EnoughGaps ? s_usualOfMedian.Times(middle)
            : new(middle, Math.Max(At(gaps, 0.9), least.Dormant), Math.Max(At(gaps, 0.975), least.Lost));
    }

    private static double Within(double multiple, Func<StageBounds, double> bound) => Math.Clamp(multiple, bound(s_fewestMultiples), bound(s_mostMultiples));

    private static double At(List<double> sorted, double share) => Quantiles.Of(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sorted), share);
}
