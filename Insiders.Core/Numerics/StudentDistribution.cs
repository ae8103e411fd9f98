namespace Insiders.Core.Numerics;

/// <summary>Student's t distribution, of any number of degrees of freedom above zero, fractions too.</summary>
/// <remarks>Pure functions, safe for any number of threads.</remarks>
public static class StudentDistribution
{
    /// <summary>The share below a value.</summary>
    /// <param name="t">The value.</param>
    /// <param name="freedom">Degrees of freedom, above zero; infinite is the normal distribution.</param>
    public static double Below(double t, double freedom)
    {
        if (double.IsPositiveInfinity(freedom))
        {
            return NormalDistribution.Below(t);
        }

        var tail = 0.5 * BetaFunction.Above(t * t / (freedom + (t * t)), 0.5, freedom / 2);
        return t < 0 ? tail : 1 - tail;
    }

    /// <summary>How likely a value at least this far from zero is, to either side: the two-sided p of a t test.</summary>
    /// <param name="t">The value.</param>
    /// <param name="freedom">Degrees of freedom, above zero.</param>
    public static double Beyond(double t, double freedom) => 2 * Below(-Math.Abs(t), freedom);

    /// <summary>The value below which a share lies.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    /// <param name="freedom">Degrees of freedom, above zero.</param>
    /// <remarks>Newton's steps between bounds that close in on it, to 10⁻¹² of its size.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">The share or the degrees of freedom lie outside.</exception>
    public static double Quantile(double share, double freedom)
    {
        if (share is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a number above 0 and below 1.");
        }

        if (freedom is not > 0)
        {
            throw new ArgumentOutOfRangeException(nameof(freedom), freedom, "Degrees of freedom are a number above zero.");
        }

        if (double.IsPositiveInfinity(freedom))
        {
            return NormalDistribution.Quantile(share);
        }

        if (share > 0.5)
        {
            return -Quantile(1 - share, freedom);
        }

        var (low, high) = (-1.0, 0.0);
        while (Below(low, freedom) > share)
        {
            (low, high) = (low * 2, low);
        }

        var logScale = GammaFunction.Log((freedom + 1) / 2) - GammaFunction.Log(freedom / 2) - (0.5 * Math.Log(freedom * Math.PI));
        var t = (low + high) / 2;
        for (var step = 0; step < 200 && high - low > 1e-12 * Math.Max(1e-3, -low); step++)
        {
            var over = Below(t, freedom) - share;
            (low, high) = over > 0 ? (low, t) : (t, high);
            var next = t - (over / Math.Exp(logScale - ((freedom + 1) / 2 * NearZero.LogOfOnePlus(t * t / freedom))));
            if (Math.Abs(next - t) < 1e-13 * Math.Max(1e-3, -t))
            {
                return next;
            }

            t = next > low && next < high ? next : (low + high) / 2;
        }

        return t;
    }
}
