using Insiders.Core.Numerics;

namespace Insiders.Benchmarks.Simulation;

/// <summary>Random numbers of the distributions that simulations are made of, each from a stream of its own.</summary>
public static class Draws
{
    /// <summary>An exponential draw of mean 1.</summary>
    public static double Exponential(ref Rng rng) => -Math.Log(1 - rng.NextDouble());

    /// <summary>A gamma draw of scale 1 (Marsaglia and Tsang 2000).</summary>
    public static double Gamma(ref Rng rng, double shape)
    {
        if (shape < 1)
        {
            var power = Math.Pow(1 - rng.NextDouble(), 1 / shape);
            return Gamma(ref rng, shape + 1) * power;
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = rng.NextNormal();
            var v = 1 + (c * x);
            v *= v * v;
            if (v > 0 && Math.Log(1 - rng.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v)))
            {
                return d * v;
            }
        }
    }

    /// <summary>A beta draw.</summary>
    public static double Beta(ref Rng rng, double a, double b)
    {
        var first = Gamma(ref rng, a);
        return first / (first + Gamma(ref rng, b));
    }
}
