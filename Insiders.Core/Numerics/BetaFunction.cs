namespace Insiders.Core.Numerics;

/// <summary>The beta function and the beta distribution.</summary>
/// <remarks>Pure functions, safe for any number of threads.</remarks>
public static class BetaFunction
{
    private const double Tiny = 1e-300;
    private const double Precision = 4e-16;
    private const int MostTerms = 10_000;

    /// <summary>The natural logarithm of B(a, b) = Γ(a)·Γ(b) ÷ Γ(a + b).</summary>
    /// <param name="a">Above zero.</param>
    /// <param name="b">Above zero.</param>
    public static double Log(double a, double b) => GammaFunction.Log(Math.Min(a, b)) + GammaFunction.LogFall(Math.Max(a, b), Math.Min(a, b));

    /// <summary>The share of a beta distribution below a value: the regularised incomplete beta function.</summary>
    /// <param name="x">0 to 1; what lies outside has 0 or everything below it.</param>
    /// <param name="a">Above zero.</param>
    /// <param name="b">Above zero.</param>
    /// <returns>0 to 1.</returns>
    /// <remarks>The continued fraction of Abramowitz and Stegun 26.5.8, from the side where it settles fast; about √(a + b) terms.</remarks>
    public static double Below(double x, double a, double b)
        => x <= 0 ? 0 : x >= 1 ? 1 : IsLeft(x, a, b) ? Left(x, a, b) : 1 - Right(x, a, b);

    /// <summary>The share of a beta distribution above a value: 1 − <see cref="Below"/>, exact in the far tail too.</summary>
    /// <param name="x">0 to 1; what lies outside has everything or nothing above it.</param>
    /// <param name="a">Above zero.</param>
    /// <param name="b">Above zero.</param>
    /// <returns>0 to 1.</returns>
    public static double Above(double x, double a, double b)
        => x <= 0 ? 1 : x >= 1 ? 0 : IsLeft(x, a, b) ? 1 - Left(x, a, b) : Right(x, a, b);

    private static bool IsLeft(double x, double a, double b) => x < (a + 1) / (a + b + 2);

    private static double Left(double x, double a, double b) => Front(x, a, b) * Fraction(x, a, b) / a;

    private static double Right(double x, double a, double b) => Front(x, a, b) * Fraction(1 - x, b, a) / b;

    private static double Front(double x, double a, double b) => Math.Exp((a * Math.Log(x)) + (b * NearZero.LogOfOnePlus(-x)) - Log(a, b));

    private static double Fraction(double x, double a, double b)
    {
        var c = 1.0;
        var d = 1 / Away(1 - ((a + b) * x / (a + 1)));
        var fraction = d;
        for (var m = 1; m < MostTerms; m++)
        {
            var even = m * (b - m) * x / ((a + (2 * m) - 1) * (a + (2 * m)));
            d = 1 / Away(1 + (even * d));
            c = Away(1 + (even / c));
            fraction *= d * c;
            var odd = -(a + m) * (a + b + m) * x / ((a + (2 * m)) * (a + (2 * m) + 1));
            d = 1 / Away(1 + (odd * d));
            c = Away(1 + (odd / c));
            fraction *= d * c;
            if (Math.Abs((d * c) - 1) < Precision)
            {
                break;
            }
        }

        return fraction;
    }

    private static double Away(double value) => Math.Abs(value) < Tiny ? Tiny : value;
}
