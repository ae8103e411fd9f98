namespace Insiders.Core.Analysis;

/// <summary>How a feature spreads over customers: five numbers.</summary>
/// <param name="Least">The smallest value.</param>
/// <param name="Lower">A quarter of the customers lies at or below it.</param>
/// <param name="Median">Half of them.</param>
/// <param name="Upper">Three quarters of them.</param>
/// <param name="Greatest">The largest value.</param>
public sealed record Spread(double Least, double Lower, double Median, double Upper, double Greatest)
{
    /// <summary>Zeros: the spread of nobody.</summary>
    public static Spread None { get; } = new(0, 0, 0, 0, 0);

    /// <summary>The spread of some values.</summary>
    /// <param name="values">Finite; they are sorted in place.</param>
    /// <returns><see cref="None"/> when there are none.</returns>
    public static Spread Of(double[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        Array.Sort(values);
        return values.Length == 0 ? None : new(values[0], Quantile(values, 0.25), Quantile(values, 0.5), Quantile(values, 0.75), values[^1]);
    }

    /// <summary>The value below which a share of the others lies, interpolated between neighbours (R's type 7).</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>0 when there are no values.</returns>
    public static double Quantile(ReadOnlySpan<double> sorted, double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a number from 0 to 1.");
        }

        if (sorted.IsEmpty)
        {
            return 0;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
