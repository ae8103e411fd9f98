using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>What is left of findings when many were looked for (Benjamini and Hochberg 1995).</summary>
public static class FalseDiscovery
{
    /// <summary>Raises every p so that, among all whose raised p is at most q, a share of q at most is expected to be false.</summary>
    /// <param name="ps">0 to 1 each, of every hypothesis shown, those that came to nothing too.</param>
    /// <returns>The raised ps in the same order: p · count ÷ rank, and no larger than that of any less likely finding.</returns>
    /// <remarks>Holds for independent hypotheses and for those that depend on one another positively (Benjamini and Yekutieli 2001, theorem 1.2). O(n log n).</remarks>
    /// <exception cref="ArgumentException">A p is none; the message names its place.</exception>
    public static ImmutableArray<double> Adjust(ReadOnlySpan<double> ps)
    {
        for (var i = 0; i < ps.Length; i++)
        {
            if (ps[i] is not (>= 0 and <= 1))
            {
                throw new ArgumentException(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"Hypothesis {i} has p {ps[i]}; expected 0 to 1."), nameof(ps));
            }
        }

        var sorted = ps.ToArray();
        int[] order = [.. Enumerable.Range(0, ps.Length)];
        Array.Sort(sorted, order);
        var adjusted = new double[ps.Length];
        var least = 1.0;
        for (var rank = ps.Length; rank >= 1; rank--)
        {
            least = Math.Min(least, sorted[rank - 1] * ps.Length / rank);
            adjusted[order[rank - 1]] = least;
        }

        return [.. adjusted];
    }
}
