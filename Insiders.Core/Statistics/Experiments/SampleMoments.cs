namespace Insiders.Core.Statistics.Experiments;

/// <summary>All that a test of means needs to know of one group.</summary>
/// <param name="Count">Customers.</param>
/// <param name="Mean">Their mean; 0 without any.</param>
/// <param name="Variance">Their variance with n − 1 in the denominator; 0 below two customers.</param>
public readonly record struct SampleMoments(long Count, double Mean, double Variance)
{
    /// <summary>From values.</summary>
    /// <remarks>Two passes, so that large means cost no digits.</remarks>
    public static SampleMoments Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        var (sum, squares) = (0.0, 0.0);
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return new SampleMoments(values.Length, mean, values.Length < 2 ? 0 : squares / (values.Length - 1));
    }

    /// <summary>From a sum and a sum of squares, as published tables give them.</summary>
    public static SampleMoments OfSums(long count, double sum, double squares)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 2);
        return new SampleMoments(count, sum / count, (squares - (sum * sum / count)) / (count - 1));
    }
}
