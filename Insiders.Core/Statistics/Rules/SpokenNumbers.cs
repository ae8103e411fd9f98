namespace Insiders.Core.Statistics.Rules;

/// <summary>Numbers as a person would say them.</summary>
public static class SpokenNumbers
{
    private const double LongestSpokenExactly = 20;

    /// <summary>The shortest number above one value and up to another: a threshold that parts the two.</summary>
    /// <param name="below">The largest value that is to lie below.</param>
    /// <param name="atLeast">The smallest value that is to lie at or above; larger than <paramref name="below"/>.</param>
    /// <returns>The multiple of the largest step among … 50, 25, 20, 10, 5, 2.5, 2, 1 … that lies there; the one nearest the middle where a step has several.</returns>
    /// <exception cref="ArgumentException">The values are not finite or not in order.</exception>
    public static double Between(double below, double atLeast)
    {
        if (!(below < atLeast) || !double.IsFinite(below) || !double.IsFinite(atLeast))
        {
            throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"No number lies above {below} and up to {atLeast}."));
        }

        if (below < 0 && atLeast >= 0)
        {
            return 0;
        }

        var middle = below + ((atLeast - below) / 2);
        for (var power = (int)Math.Ceiling(Math.Log10(Math.Max(Math.Abs(below), Math.Abs(atLeast)))) + 1; power > -LongestSpokenExactly; power--)
        {
            foreach (var digits in (ReadOnlySpan<double>)[5, 2.5, 2, 1])
            {
                var multiple = Multiple(middle, digits, power);
                foreach (var candidate in (ReadOnlySpan<double>)[multiple, Multiple(atLeast, digits, power)])
                {
                    if (candidate > below && candidate <= atLeast)
                    {
                        return candidate;
                    }
                }
            }
        }

        return atLeast;
    }

    // Divided by whole powers of ten where the step is below 1, so that 0.3 is the double that is written 0.3.
    private static double Multiple(double value, double digits, int power)
    {
        var scale = Math.Pow(10, Math.Abs(power));
        return power >= 0 ? Math.Round(value / (digits * scale)) * digits * scale : Math.Round(value * scale / digits) * digits / scale;
    }
}
