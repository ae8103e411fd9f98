using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Intervals of means and rates, by drawing the customers again.</summary>
/// <remarks>
/// The symmetric studentised interval (Hall 1988; Davison and Hinkley 1997, section 5.2): each replicate's distance from the estimate is measured in the
/// replicate's own standard error, and the interval reaches as many of the estimate's standard errors to both sides as 95 % of the
/// replicates needed. For ratios the distance is that of second − ratio × first (Fieller 1954), solved for the ratio. It was chosen by
/// simulation: <c>docs/methods/hypotheses.md</c> has the coverage beside that of the percentile, BCa and one-sided studentised intervals. O(replicates ×
/// customers) time; each replicate has its own stream.
/// </remarks>
public static class Bootstrap
{
    /// <summary>Compares the means of two groups.</summary>
    /// <param name="first">One finite value per customer of the group compared with.</param>
    /// <param name="second">One per customer of the other.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per replicate.</param>
    /// <exception cref="ArgumentException">A value is not finite.</exception>
    public static GroupComparison CompareMeans(ReadOnlySpan<double> first, ReadOnlySpan<double> second, BootstrapOptions options, CancellationToken cancellationToken)
        => Compare(new GroupFigure(first, [], nameof(first)), new GroupFigure(second, [], nameof(second)), options, cancellationToken);

    /// <summary>Compares the rates of two groups, such as items returned ÷ items bought, each pooled over the group.</summary>
    /// <param name="first">Numerators of the group compared with, one finite value per customer.</param>
    /// <param name="firstBases">Denominators of the same customers.</param>
    /// <param name="second">Numerators of the other group.</param>
    /// <param name="secondBases">Denominators of the other.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per replicate.</param>
    /// <exception cref="ArgumentException">A value is not finite, or numerators and denominators do not fit.</exception>
    public static GroupComparison CompareRates(
        ReadOnlySpan<double> first, ReadOnlySpan<double> firstBases, ReadOnlySpan<double> second, ReadOnlySpan<double> secondBases,
        BootstrapOptions options, CancellationToken cancellationToken)
        => Compare(new GroupFigure(first, firstBases, nameof(first)), new GroupFigure(second, secondBases, nameof(second)), options, cancellationToken);

    /// <summary>The rate of one group, such as members' revenue ÷ all revenue over all customers.</summary>
    /// <param name="values">Numerators, one finite value per customer.</param>
    /// <param name="bases">Denominators of the same customers.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per replicate.</param>
    /// <returns>Null where it cannot be said: fewer than two customers, denominators that sum to 0, or too few who differ.</returns>
    /// <exception cref="ArgumentException">A value is not finite, or numerators and denominators do not fit.</exception>
    public static Effect? Rate(ReadOnlySpan<double> values, ReadOnlySpan<double> bases, BootstrapOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (values.Length != bases.Length)
        {
            throw new ArgumentException($"{values.Length} numerators do not fit {bases.Length} denominators.", nameof(bases));
        }

        var group = new GroupFigure(values, bases, nameof(values));
        if (!CanBeDrawn(group) || group.Variance == 0)
        {
            return null;
        }

        var distances = new double[options.Replicates];
        for (var b = 0; b < distances.Length; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rng = Rng.Stream(options.Seed, (ulong)b);
            var (figure, variance) = group.Again(ref rng);
            distances[b] = Distance(figure - group.Figure, variance);
        }

        return Around(group.Figure, Math.Sqrt(group.Variance), distances, options.Coverage);
    }

    private static GroupComparison Compare(GroupFigure first, GroupFigure second, BootstrapOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        var (firstFigure, secondFigure) = (Known(first), Known(second));
        var variance = first.Variance + second.Variance;
        if (!CanBeDrawn(first) || !CanBeDrawn(second) || variance is not > 0)
        {
            return new GroupComparison(firstFigure, secondFigure, first.Count, second.Count, null, null);
        }

        var (difference, ratio) = (second.Figure - first.Figure, second.Figure / first.Figure);
        var hasRatio = first.Figure > 0;
        var (differences, ratios) = (new double[options.Replicates], new double[options.Replicates]);
        for (var b = 0; b < differences.Length; b++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var rng = Rng.Stream(options.Seed, (ulong)b);
            var (f, v) = first.Again(ref rng);
            var (g, w) = second.Again(ref rng);
            differences[b] = Distance(g - f - difference, v + w);
            ratios[b] = hasRatio ? Distance(g - (ratio * f), w + (ratio * ratio * v)) : 0;
        }

        return new GroupComparison(
            firstFigure, secondFigure, first.Count, second.Count,
            Around(difference, Math.Sqrt(variance), differences, options.Coverage), hasRatio ? RatioOf(first, second, ratios, options.Coverage) : null);
    }

    private static double? Known(GroupFigure group) => double.IsFinite(group.Figure) ? group.Figure : null;

    private static bool CanBeDrawn(GroupFigure group) => group.Count >= 2 && double.IsFinite(group.Figure) && double.IsFinite(group.Variance);

    // A replicate without any spread lies infinitely far off; rates without a denominator likewise.
    private static double Distance(double from, double variance)
    {
        var distance = from == 0 ? 0 : Math.Abs(from) / Math.Sqrt(variance);
        return double.IsNaN(distance) ? double.PositiveInfinity : distance;
    }

    private static Effect? Around(double estimate, double error, double[] distances, double coverage)
    {
        Array.Sort(distances);
        var reach = Effect.Reach(distances, coverage) * error;
        return double.IsFinite(reach) ? new Effect(estimate, estimate - reach, estimate + reach, distances, threshold => (estimate - threshold) / error) : null;
    }

    // The ratios whose distance is at most the reach: a quadratic inequality, bounded on both sides where the first figure is clearly above 0.
    private static Effect? RatioOf(GroupFigure first, GroupFigure second, double[] distances, double coverage)
    {
        Array.Sort(distances);
        var square = Effect.Reach(distances, coverage);
        square *= square;
        var a = (first.Figure * first.Figure) - (square * first.Variance);
        var b = first.Figure * second.Figure;
        var c = (second.Figure * second.Figure) - (square * second.Variance);
        if (!(double.IsFinite(square) && a > 0))
        {
            return null;
        }

        var root = Math.Sqrt(Math.Max(0, (b * b) - (a * c)));
        return new Effect(second.Figure / first.Figure, (b - root) / a, (b + root) / a, distances,
            threshold => (second.Figure - (threshold * first.Figure)) / Math.Sqrt(second.Variance + (threshold * threshold * first.Variance)));
    }
}
