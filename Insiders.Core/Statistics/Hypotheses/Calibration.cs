using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Whether what was foretold came as often, or as much, as was said.</summary>
public static class Calibration
{
    private const double Coverage = 0.95;

    /// <summary>Compares chances with what happened.</summary>
    /// <param name="chances">0 to 1, one per case.</param>
    /// <param name="happened">What became of each.</param>
    /// <param name="bins">How many bins to make at most; cases of equal chance stay together.</param>
    /// <returns>Bins of about equally many cases from the least likely on; intervals by <see cref="ShareInterval"/>.</returns>
    /// <exception cref="ArgumentException">Counts differ, or a chance is none; the message names it.</exception>
    public static ImmutableArray<CalibrationBin> OfChances(ReadOnlySpan<double> chances, ReadOnlySpan<bool> happened, int bins)
    {
        foreach (var chance in chances)
        {
            if (chance is not (>= 0 and <= 1))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"A chance is a number from 0 to 1, not {chance}."), nameof(chances));
            }
        }

        var came = new double[happened.Length];
        for (var i = 0; i < came.Length; i++)
        {
            came[i] = happened[i] ? 1 : 0;
        }

        return Cut(chances, came, bins, (values, mean) => ShareInterval.Of((int)Math.Round(mean * values.Length), values.Length, Coverage));
    }

    /// <summary>Compares amounts, such as numbers of purchases, with those that came.</summary>
    /// <param name="predicted">One per case, finite.</param>
    /// <param name="made">What came in each case.</param>
    /// <param name="bins">How many bins to make at most; cases foretold equally stay together.</param>
    /// <returns>Bins from the least on; intervals of the mean by Student's t.</returns>
    /// <exception cref="ArgumentException">Counts differ.</exception>
    public static ImmutableArray<CalibrationBin> OfAmounts(ReadOnlySpan<double> predicted, ReadOnlySpan<double> made, int bins)
        => Cut(predicted, made, bins, MeanInterval);

    private static (double Low, double High) MeanInterval(double[] values, double mean)
    {
        if (values.Length < 2)
        {
            return (double.NegativeInfinity, double.PositiveInfinity);
        }

        var squares = values.Sum(value => (value - mean) * (value - mean));
        var reach = StudentDistribution.Quantile((1 + Coverage) / 2, values.Length - 1) * Math.Sqrt(squares / (values.Length - 1) / values.Length);
        return (mean - reach, mean + reach);
    }

    private static ImmutableArray<CalibrationBin> Cut(
        ReadOnlySpan<double> predicted, ReadOnlySpan<double> made, int bins, Func<double[], double, (double Low, double High)> interval)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        if (predicted.Length != made.Length)
        {
            throw new ArgumentException($"{made.Length} outcomes do not fit {predicted.Length} predictions.", nameof(made));
        }

        var (order, sorted) = (Enumerable.Range(0, predicted.Length).ToArray(), predicted.ToArray());
        Array.Sort(sorted, order);
        var result = ImmutableArray.CreateBuilder<CalibrationBin>();
        for (var from = 0; from < sorted.Length;)
        {
            var to = Math.Max(from + 1, (int)((result.Count + 1L) * sorted.Length / bins));
            while (to < sorted.Length && sorted[to] == sorted[to - 1])
            {
                to++;
            }

            var values = new double[to - from];
            for (var i = from; i < to; i++)
            {
                values[i - from] = made[order[i]];
            }

            var mean = values.Average();
            var (low, high) = interval(values, mean);
            result.Add(new CalibrationBin(values.Length, sorted.AsSpan(from, to - from).ToArray().Average(), mean, low, high));
            from = to;
        }

        return result.ToImmutable();
    }
}
