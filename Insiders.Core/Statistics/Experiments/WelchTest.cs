using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>Compares the means of two groups whose spreads may differ (Welch 1947).</summary>
public static class WelchTest
{
    /// <summary>The second mean less the first.</summary>
    /// <param name="first">The group without treatment.</param>
    /// <param name="second">The group with it.</param>
    /// <param name="coverage">Of the interval, such as 0.95.</param>
    /// <returns>Null when a group has fewer than two customers, or nobody differs from anybody.</returns>
    public static TestResult? Difference(SampleMoments first, SampleMoments second, double coverage)
        => Of(second.Mean - first.Mean, (first.Variance / first.Count) + (second.Variance / second.Count), first, second, coverage);

    /// <summary>The same difference as a share of the first mean, its spread by the delta method, with the degrees of freedom of the difference itself.</summary>
    /// <param name="first">The group without treatment.</param>
    /// <param name="second">The group with it.</param>
    /// <param name="coverage">Of the interval, such as 0.95.</param>
    /// <returns>Null as above, and when the first mean is 0.</returns>
    public static TestResult? RelativeDifference(SampleMoments first, SampleMoments second, double coverage)
    {
        if (first.Mean == 0)
        {
            return null;
        }

        var ratio = second.Mean / first.Mean;
        var scale = first.Mean * first.Mean;
        return Of(ratio - 1, ((first.Variance / first.Count * ratio * ratio) + (second.Variance / second.Count)) / scale, first, second, coverage);
    }

    private static TestResult? Of(double estimate, double variance, SampleMoments first, SampleMoments second, double coverage)
    {
        if (coverage is not (> 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coverage), coverage, "A coverage is a number above 0 and below 1.");
        }

        if (first.Count < 2 || second.Count < 2 || variance is not > 0)
        {
            return null;
        }

        var (firstPart, secondPart) = (first.Variance / first.Count, second.Variance / second.Count);
        var freedom = (firstPart + secondPart) * (firstPart + secondPart) / ((firstPart * firstPart / (first.Count - 1)) + (secondPart * secondPart / (second.Count - 1)));
        var deviation = Math.Sqrt(variance);
        var reach = StudentDistribution.Quantile((1 + coverage) / 2, freedom) * deviation;
        return new TestResult(estimate, estimate - reach, estimate + reach, StudentDistribution.Beyond(estimate / deviation, freedom), freedom);
    }
}
