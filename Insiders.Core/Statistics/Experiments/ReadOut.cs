using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>What an experiment found, once the sales of its time are known.</summary>
public static class ReadOut
{
    /// <summary>Compares the arms as they were assigned, whatever customers then did with it.</summary>
    /// <param name="withheld">Outcome of each customer withheld, such as revenue, orders, or 1 for who bought again.</param>
    /// <param name="treated">Outcome of each customer treated.</param>
    /// <param name="withheldBefore">The same customers' amounts before the experiment; empty to do without.</param>
    /// <param name="treatedBefore">As above.</param>
    /// <param name="meantShare">The share that was to be withheld, above 0 and below 1.</param>
    /// <param name="options">Settings.</param>
    /// <exception cref="ArgumentException">Only one arm has amounts before, or not as many as customers.</exception>
    public static ReadOutResult Of(
        ReadOnlySpan<double> withheld, ReadOnlySpan<double> treated, ReadOnlySpan<double> withheldBefore, ReadOnlySpan<double> treatedBefore,
        double meantShare, ReadOutOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var limit = Limit(withheld, treated, options.WinsorisedAt);
        var (first, second) = (Cut(withheld, limit), Cut(treated, limit));
        var before = withheldBefore.Length + treatedBefore.Length > 0;
        var explained = 0.0;
        if (before)
        {
            var earlier = Limit(withheldBefore, treatedBefore, options.WinsorisedAt);
            var adjusted = CovariateAdjustment.Adjust(first, Cut(withheldBefore, earlier), second, Cut(treatedBefore, earlier));
            (first, second, explained) = ([.. adjusted.Withheld], [.. adjusted.Treated], adjusted.Explained);
        }

        var (without, with) = (SampleMoments.Of(first), SampleMoments.Of(second));
        var ratio = SampleRatio.P([withheld.Length, treated.Length], [meantShare, 1 - meantShare]);
        return new ReadOutResult(
            without, with, WelchTest.Difference(without, with, options.Coverage), WelchTest.RelativeDifference(without, with, options.Coverage),
            before ? explained : null, ratio);
    }

    private static double Limit(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double share)
    {
        if (share == 1)
        {
            return double.PositiveInfinity;
        }

        double[] all = [.. first, .. second];
        Array.Sort(all);
        return Quantiles.Of(all, share);
    }

    private static double[] Cut(ReadOnlySpan<double> values, double limit)
    {
        var cut = values.ToArray();
        foreach (ref var value in cut.AsSpan())
        {
            value = Math.Min(value, limit);
        }

        return cut;
    }
}
