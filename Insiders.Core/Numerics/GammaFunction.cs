namespace Insiders.Core.Numerics;

/// <summary>The gamma function and its kin, for arguments above zero.</summary>
/// <remarks>Pure functions, safe for any number of threads. Logarithm and exponential are the platform's: the last bit may differ between operating systems.</remarks>
public static class GammaFunction
{
    private const double AsymptoticFrom = 12;
    private const double Precision = 1e-16;
    private const double Tiny = 1e-300;
    private const int MostTerms = 100_000;

    // Bernoulli numbers B(2k) over 2k·(2k − 1), the coefficients of Stirling's series (Abramowitz and Stegun 6.1.41).
    private static readonly double[] s_stirling = [1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360_360, 1.0 / 156];

    // Bernoulli numbers B(2k) over 2k (Abramowitz and Stegun 6.3.18).
    private static readonly double[] s_digamma = [1.0 / 12, -1.0 / 120, 1.0 / 252, -1.0 / 240, 1.0 / 132, -691.0 / 32_760, 1.0 / 12];

    /// <summary>The natural logarithm of Γ(x).</summary>
    /// <param name="x">Above zero; NaN below.</param>
    /// <remarks>Stirling's series from 12 on, below it by Γ(x + 1) = x·Γ(x). Right to about 10⁻¹⁵ of the larger of 1 and the result.</remarks>
    public static double Log(double x)
    {
        if (x is not > 0)
        {
            return double.NaN;
        }

        var product = 1.0;
        while (x < AsymptoticFrom)
        {
            product *= x++;
        }

        return ((x - 0.5) * Math.Log(x)) - x + (0.5 * Math.Log(2 * Math.PI)) + (Series(s_stirling, 1 / (x * x)) / x) - Math.Log(product);
    }

    /// <summary>ln Γ(x) − ln Γ(x + more), which the two logarithms taken apart lose where x is large.</summary>
    /// <param name="x">Above zero.</param>
    /// <param name="more">Above zero.</param>
    internal static double LogFall(double x, double more)
        => x < AsymptoticFrom ? Log(x) - Log(x + more)
            : more - ((x - 0.5) * NearZero.LogOfOnePlus(more / x)) - (more * Math.Log(x + more)) + (Series(s_stirling, 1 / (x * x)) / x)
                - (Series(s_stirling, 1 / ((x + more) * (x + more))) / (x + more));

    /// <summary>The slope of <see cref="Log"/>.</summary>
    /// <param name="x">Above zero; NaN below.</param>
    public static double Digamma(double x)
    {
        if (x is not > 0)
        {
            return double.NaN;
        }

        var shift = 0.0;
        while (x < AsymptoticFrom)
        {
            shift += 1 / x++;
        }

        var square = 1 / (x * x);
        return Math.Log(x) - (0.5 / x) - (square * Series(s_digamma, square)) - shift;
    }

    /// <summary>The share of a gamma distribution (scale 1) below a value: the regularised lower incomplete gamma function P.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="x">Zero or above.</param>
    /// <returns>0 to 1.</returns>
    public static double Below(double shape, double x)
        => x <= 0 ? 0 : x < shape + 1 ? BelowBySeries(shape, x) : 1 - AboveByFraction(shape, x);

    /// <summary>The share of a gamma distribution (scale 1) above a value: 1 − <see cref="Below"/>, exact in the far tail too.</summary>
    /// <param name="shape">Above zero.</param>
    /// <param name="x">Zero or above.</param>
    /// <returns>0 to 1.</returns>
    public static double Above(double shape, double x)
        => x <= 0 ? 1 : x < shape + 1 ? 1 - BelowBySeries(shape, x) : AboveByFraction(shape, x);

    private static double Series(double[] coefficients, double square)
    {
        var sum = 0.0;
        for (var k = coefficients.Length - 1; k >= 0; k--)
        {
            sum = (sum * square) + coefficients[k];
        }

        return sum;
    }

    // Abramowitz and Stegun 6.5.29.
    private static double BelowBySeries(double shape, double x)
    {
        var term = 1 / shape;
        var sum = term;
        for (var k = 1; k < MostTerms && term > sum * Precision; k++)
        {
            term *= x / (shape + k);
            sum += term;
        }

        return sum * Math.Exp((shape * Math.Log(x)) - x - Log(shape));
    }

    // The continued fraction of Abramowitz and Stegun 6.5.31 in its even part, from the front (Lentz 1976).
    private static double AboveByFraction(double shape, double x)
    {
        var b = x + 1 - shape;
        var c = 1 / Tiny;
        var d = 1 / b;
        var fraction = d;
        for (var k = 1; k < MostTerms; k++)
        {
            var a = -k * (k - shape);
            b += 2;
            d = 1 / Away((a * d) + b);
            c = Away(b + (a / c));
            var step = d * c;
            fraction *= step;
            if (Math.Abs(step - 1) < Precision * 4)
            {
                break;
            }
        }

        return fraction * Math.Exp((shape * Math.Log(x)) - x - Log(shape));
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
