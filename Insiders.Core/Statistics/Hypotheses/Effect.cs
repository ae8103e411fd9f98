using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>A difference, a ratio or a rate, with its interval and what it says of thresholds.</summary>
/// <remarks>Immutable, safe for any number of threads. An association, not an effect of what the groups differ in, unless chance made the groups.</remarks>
public sealed class Effect
{
    private readonly Func<double, Claim> _atLeast;

    /// <param name="estimate">The figure itself.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="distances">Ascending: how far the figure of each replicate lay from the estimate, in its own standard errors.</param>
    /// <param name="distance">How far the estimate lies above a threshold, likewise.</param>
    internal Effect(double estimate, double low, double high, double[] distances, Func<double, double> distance)
        => (Estimate, Low, High, _atLeast) = (estimate, low, high, threshold => ByDistance(distances, distance(threshold)));

    /// <param name="estimate">The figure itself.</param>
    /// <param name="low">Lower end.</param>
    /// <param name="high">Upper end.</param>
    /// <param name="replicates">Ascending: the figure of each replicate.</param>
    internal Effect(double estimate, double low, double high, double[] replicates)
        => (Estimate, Low, High, _atLeast) = (estimate, low, high, threshold => ByPlace(replicates, threshold));

    /// <summary>The figure itself.</summary>
    public double Estimate { get; }

    /// <summary>Lower end of its interval.</summary>
    public double Low { get; }

    /// <summary>Upper end of its interval.</summary>
    public double High { get; }

    /// <summary>How far the data are for and against "at least so much"; its <see cref="Claim.Opposite"/> is "at most".</summary>
    /// <param name="threshold">So much.</param>
    public Claim AtLeast(double threshold) => _atLeast(threshold);

    /// <summary>The distance that a share of the replicates does not exceed.</summary>
    internal static double Reach(double[] distances, double coverage) => Quantiles.Of(distances, coverage);

    private static Claim ByDistance(double[] distances, double distance)
    {
        var at = Array.BinarySearch(distances, Math.Abs(distance));
        var beyond = distances.Length - (at < 0 ? ~at : at);
        var tail = (1 + beyond) / (2.0 * (distances.Length + 1));
        return distance >= 0 ? new Claim(tail, 1 - tail) : new Claim(1 - tail, tail);
    }

    private static Claim ByPlace(double[] replicates, double threshold)
    {
        var (below, above) = (1, 1);
        foreach (var replicate in replicates)
        {
            below += replicate <= threshold ? 1 : 0;
            above += replicate >= threshold ? 1 : 0;
        }

        return new Claim(below / (replicates.Length + 1.0), above / (replicates.Length + 1.0));
    }
}
