using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Compares the medians of two groups.</summary>
/// <remarks>
/// Intervals are percentiles of the replicates (Efron 1979): the standard error of a median needs a density that nobody knows, so there is nothing to studentise by. O(replicates ×
/// customers) time.
/// </remarks>
public static class MedianComparison
{
    /// <summary>Compares.</summary>
    /// <param name="first">One finite value per customer of the group compared with.</param>
    /// <param name="second">One per customer of the other.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per replicate.</param>
    /// <returns>Ratios are null where the first median is not above 0 in every replicate.</returns>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static GroupComparison Compare(ReadOnlySpan<double> first, ReadOnlySpan<double> second, BootstrapOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (a, b) = (Sorted(first, nameof(first)), Sorted(second, nameof(second)));
        if (a.Length < 2 || b.Length < 2)
        {
            return new GroupComparison(a.Length == 0 ? null : Quantiles.Of(a, 0.5), b.Length == 0 ? null : Quantiles.Of(b, 0.5), a.Length, b.Length, null, null);
        }

        var (medianA, medianB) = (Quantiles.Of(a, 0.5), Quantiles.Of(b, 0.5));
        var (differences, ratios) = (new double[options.Replicates], new double[options.Replicates]);
        for (var r = 0; r < differences.Length; r++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rng = Rng.Stream(options.Seed, (ulong)r);
            var (x, y) = (Again(a, ref rng), Again(b, ref rng));
            differences[r] = y - x;
            ratios[r] = x > 0 ? y / x : double.NaN;
        }

        return new GroupComparison(medianA, medianB, a.Length, b.Length, Between(medianB - medianA, differences, options.Coverage),
            medianA > 0 && !Array.Exists(ratios, double.IsNaN) ? Between(medianB / medianA, ratios, options.Coverage) : null);
    }

    private static double[] Sorted(ReadOnlySpan<double> values, string name)
    {
        var sorted = values.ToArray();
        if (Array.Exists(sorted, value => !double.IsFinite(value)))
        {
            throw new ArgumentException("Every value must be finite.", name);
        }

        Array.Sort(sorted);
        return sorted;
    }

    // Drawn are places in order, counted as they come: the median is where half of them is reached, and nothing need be sorted again.
    private static double Again(double[] sorted, ref Rng rng)
    {
        var times = new int[sorted.Length];
        for (var i = 0; i < sorted.Length; i++)
        {
            times[rng.NextInt(sorted.Length)]++;
        }

        var (lower, upper) = ((sorted.Length - 1) / 2, sorted.Length / 2);
        var (seen, low) = (0, double.NaN);
        for (var i = 0; i < sorted.Length; i++)
        {
            seen += times[i];
            low = double.IsNaN(low) && seen > lower ? sorted[i] : low;
            if (seen > upper)
            {
                return (low + sorted[i]) / 2;
            }
        }

        return low;
    }

    private static Effect Between(double estimate, double[] replicates, double coverage)
    {
        Array.Sort(replicates);
        var (low, high) = (Quantiles.Of(replicates, (1 - coverage) / 2), Quantiles.Of(replicates, (1 + coverage) / 2));
        return new Effect(estimate, low, high, replicates);
    }
}
