using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Experiments;

/// <summary>Takes out of an outcome what customers would have done anyway, as far as what they did before tells (CUPED; Deng, Xu, Kohavi and Walker 2013).</summary>
public static class CovariateAdjustment
{
    /// <summary>Adjusts both arms by one slope.</summary>
    /// <param name="withheld">Outcomes without treatment.</param>
    /// <param name="withheldBefore">The same customers before the experiment.</param>
    /// <param name="treated">Outcomes with treatment.</param>
    /// <param name="treatedBefore">The same customers before.</param>
    /// <returns>Adjusted outcomes, and the share of their variance that is gone (the squared correlation within arms).</returns>
    /// <remarks>
    /// y − θ·(x − x̄), x̄ the mean of all, θ the slope of y on x within arms (the paper's equation 3 pools the arms, which takes a part of the effect for slope where x differs by chance).
    /// Before means before anybody knew the arms: what treatment can change would take the effect out, too.
    /// </remarks>
    /// <exception cref="ArgumentException">An arm has more or fewer outcomes than earlier amounts.</exception>
    public static (ImmutableArray<double> Withheld, ImmutableArray<double> Treated, double Explained) Adjust(
        ReadOnlySpan<double> withheld, ReadOnlySpan<double> withheldBefore, ReadOnlySpan<double> treated, ReadOnlySpan<double> treatedBefore)
    {
        if (withheld.Length != withheldBefore.Length || treated.Length != treatedBefore.Length)
        {
            throw new ArgumentException(
                $"{withheld.Length} and {treated.Length} outcomes do not fit {withheldBefore.Length} and {treatedBefore.Length} earlier amounts.", nameof(withheldBefore));
        }

        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        Add(withheldBefore, withheld, ref xx, ref xy, ref yy);
        Add(treatedBefore, treated, ref xx, ref xy, ref yy);
        var slope = xx > 0 ? xy / xx : 0;
        var all = withheldBefore.Length + treatedBefore.Length;
        var centre = all == 0 ? 0 : (Sum(withheldBefore) + Sum(treatedBefore)) / all;
        return (Moved(withheld, withheldBefore, slope, centre), Moved(treated, treatedBefore, slope, centre), xx > 0 && yy > 0 ? xy * xy / (xx * yy) : 0);
    }

    private static ImmutableArray<double> Moved(ReadOnlySpan<double> outcomes, ReadOnlySpan<double> before, double slope, double centre)
    {
        var moved = ImmutableArray.CreateBuilder<double>(outcomes.Length);
        for (var i = 0; i < outcomes.Length; i++)
        {
            moved.Add(outcomes[i] - (slope * (before[i] - centre)));
        }

        return moved.MoveToImmutable();
    }

    private static void Add(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ref double xx, ref double xy, ref double yy)
    {
        if (x.IsEmpty)
        {
            return;
        }

        var (meanX, meanY) = (Sum(x) / x.Length, Sum(y) / y.Length);
        for (var i = 0; i < x.Length; i++)
        {
            xx += (x[i] - meanX) * (x[i] - meanX);
            xy += (x[i] - meanX) * (y[i] - meanY);
            yy += (y[i] - meanY) * (y[i] - meanY);
        }
    }

    private static double Sum(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum;
    }
}
