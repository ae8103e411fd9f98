using Insiders.Core.Numerics;

namespace Insiders.Core.Customers;

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
        return values.Length == 0 ? None : new(values[0], Quantiles.Of(values, 0.25), Quantiles.Of(values, 0.5), Quantiles.Of(values, 0.75), values[^1]);
    }
}
