namespace Insiders.Core.Numerics;

/// <summary>Logarithm and exponential where 1 would swallow what matters (Kahan). The framework's own LogP1 and ExpM1 add and take off the 1 and lose it.</summary>
internal static class NearZero
{
    /// <summary>ln(1 + x).</summary>
    public static double LogOfOnePlus(double x)
    {
        var whole = 1 + x;
        return whole == 1 || double.IsPositiveInfinity(whole) ? x : Math.Log(whole) * (x / (whole - 1));
    }

    /// <summary>eˣ − 1.</summary>
    public static double ExponentialLessOne(double x)
    {
        var whole = Math.Exp(x);
        var less = whole - 1;
        return whole == 1 ? x : less == -1 || double.IsPositiveInfinity(whole) ? less : less * (x / Math.Log(whole));
    }
}
