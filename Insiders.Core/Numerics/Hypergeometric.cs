namespace Insiders.Core.Numerics;

/// <summary>Gauss's hypergeometric function ₂F₁ where all its terms are positive.</summary>
public static class Hypergeometric
{
    private const double Precision = 1e-16;
    private const double Rescale = 1e200;
    private const int MostTerms = 50_000_000;

    /// <summary>The natural logarithm of ₂F₁(a, b; c; z), which may itself be beyond any double.</summary>
    /// <param name="a">Zero or above.</param>
    /// <param name="b">Zero or above.</param>
    /// <param name="c">Above zero.</param>
    /// <param name="z">0 up to, but not, 1.</param>
    /// <remarks>The series (Abramowitz and Stegun 15.1.1), scaled down as it grows: no term cancels another. About 37 ÷ (1 − z) terms at most, and those up to the largest.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">An argument lies outside.</exception>
    public static double Log(double a, double b, double c, double z)
    {
        if (z is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(z), z, "The series is summed from 0 up to, but not, 1.");
        }

        if (!(a >= 0 && b >= 0 && c > 0))
        {
            throw new ArgumentOutOfRangeException(nameof(a), string.Create(System.Globalization.CultureInfo.InvariantCulture, $"({a}, {b}; {c})"), "The series has positive terms only for a and b of at least and c above zero.");
        }

        var (term, sum, scale) = (1.0, 1.0, 0.0);
        for (var k = 0; k < MostTerms; k++)
        {
            var ratio = (a + k) * (b + k) / ((c + k) * (k + 1.0)) * z;
            term *= ratio;
            sum += term;
            if (ratio < 1 && term <= sum * Precision * (1 - Math.Max(ratio, z)))
            {
                break;
            }

            if (sum > Rescale)
            {
                term /= Rescale;
                sum /= Rescale;
                scale += Math.Log(Rescale);
            }
        }

        return Math.Log(sum) + scale;
    }
}
