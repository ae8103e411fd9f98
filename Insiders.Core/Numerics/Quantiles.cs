namespace Insiders.Core.Numerics;

/// <summary>Quantiles as most people compute them.</summary>
public static class Quantiles
{
    /// <summary>The value below which a share of the others lies, interpolated between neighbours (R's type 7).</summary>
    /// <param name="sorted">Ascending.</param>
    /// <param name="share">0 to 1.</param>
    /// <returns>0 when there are no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share lies outside.</exception>
    public static double Of(ReadOnlySpan<double> sorted, double share)
    {
        if (share is not (>= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is a number from 0 to 1.");
        }

        if (sorted.IsEmpty)
        {
            return 0;
        }

        var place = share * (sorted.Length - 1);
        var below = (int)place;
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
