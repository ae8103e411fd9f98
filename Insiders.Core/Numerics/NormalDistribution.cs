namespace Insiders.Core.Numerics;

/// <summary>The standard normal distribution.</summary>
/// <remarks>Pure functions, safe for any number of threads.</remarks>
public static class NormalDistribution
{
    private const double TailFrom = 0.02425;

    // Acklam's rational approximation of the quantile, right to 1.15·10⁻⁹ of its size; a Halley step makes it exact.
    private static readonly double[] s_centreAbove = [-3.969683028665376e+01, 2.209460984245205e+02, -2.759285104469687e+02, 1.383577518672690e+02, -3.066479806614716e+01, 2.506628277459239e+00];
    private static readonly double[] s_centreBelow = [-5.447609879822406e+01, 1.615858368580409e+02, -1.556989798598866e+02, 6.680131188771972e+01, -1.328068155288572e+01, 1];
    private static readonly double[] s_tailAbove = [-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e+00, -2.549732539343734e+00, 4.374664141464968e+00, 2.938163982698783e+00];
    private static readonly double[] s_tailBelow = [7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e+00, 3.754408661907416e+00, 1];

    /// <summary>The share below a value, exact in both tails.</summary>
    public static double Below(double x) => 0.5 * (x < 0 ? GammaFunction.Above(0.5, x * x / 2) : 1 + GammaFunction.Below(0.5, x * x / 2));

    /// <summary>The density at a value.</summary>
    public static double Density(double x) => Math.Exp(-x * x / 2) / Math.Sqrt(2 * Math.PI);

    /// <summary>The value below which a share lies.</summary>
    /// <param name="share">0 to 1; −∞ and ∞ at the ends.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside.</exception>
    public static double Quantile(double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a number from 0 to 1.");
        }

        if (share is 0 or 1)
        {
            return share == 0 ? double.NegativeInfinity : double.PositiveInfinity;
        }

        if (share > 0.5)
        {
            return -Quantile(1 - share);
        }

        var x = share < TailFrom ? Tail(Math.Sqrt(-2 * Math.Log(share))) : Centre(share - 0.5);
        var error = (Below(x) - share) / Density(x);
        return x - (error / (1 + (x * error / 2)));
    }

    private static double Tail(double q) => Polynomial(s_tailAbove, q) / Polynomial(s_tailBelow, q);

    private static double Centre(double q) => q * Polynomial(s_centreAbove, q * q) / Polynomial(s_centreBelow, q * q);

    private static double Polynomial(double[] coefficients, double x)
    {
        var sum = 0.0;
        foreach (var coefficient in coefficients)
        {
            sum = (sum * x) + coefficient;
        }

        return sum;
    }
}
