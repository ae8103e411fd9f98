namespace Insiders.Core.Numerics;

/// <summary>Places spread evenly over a list.</summary>
public static class EvenSample
{
    /// <summary>Every place of a short list, or <paramref name="size"/> places of a long one.</summary>
    /// <param name="count">Length of the list, 0 or more.</param>
    /// <param name="size">Places wanted at most, at least 1.</param>
    /// <returns>Ascending, without repetition.</returns>
    public static IEnumerable<int> Of(int count, int size)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1);
        return count <= size ? Enumerable.Range(0, count) : Enumerable.Range(0, size).Select(i => (int)(((2L * i) + 1) * count / (2L * size)));
    }
}
