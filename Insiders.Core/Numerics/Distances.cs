using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insiders.Core.Numerics;

/// <summary>Distances between rows, eight values at a time in a fixed order, so that every processor gives the same sum.</summary>
public static class Distances
{
    /// <summary>Sum of squared differences.</summary>
    /// <param name="a">One point.</param>
    /// <param name="b">Another, of the same length (not checked).</param>
    /// <returns>0 or more; exact for whole numbers whose sum stays below 2⁵³.</returns>
    public static double SquaredEuclidean(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        var sum = Vector512<double>.Zero;
        nuint i = 0;
        var whole = (nuint)(a.Length & ~7);
        for (; i < whole; i += 8)
        {
            var difference = Vector512.LoadUnsafe(ref ra, i) - Vector512.LoadUnsafe(ref rb, i);
            sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
        }

        var total = Sum(sum);
        for (; i < (nuint)a.Length; i++)
        {
            var difference = Unsafe.Add(ref ra, i) - Unsafe.Add(ref rb, i);
            total += difference * difference;
        }

        return total;
    }

    /// <summary>Number of places in which two rows differ.</summary>
    /// <param name="a">One row.</param>
    /// <param name="b">Another, of the same length (not checked).</param>
    public static int Differing(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        ref var ra = ref MemoryMarshal.GetReference(a);
        ref var rb = ref MemoryMarshal.GetReference(b);
        var equal = Vector512<long>.Zero;
        nuint i = 0;
        var whole = (nuint)(a.Length & ~7);
        for (; i < whole; i += 8)
        {
            // An equal place is −1 (all bits set).
            equal += Vector512.Equals(Vector512.LoadUnsafe(ref ra, i), Vector512.LoadUnsafe(ref rb, i)).AsInt64();
        }

        var count = (int)whole + (int)Vector512.Sum(equal);
        for (; i < (nuint)a.Length; i++)
        {
            count += Unsafe.Add(ref ra, i) != Unsafe.Add(ref rb, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The eight lanes added in a fixed order: halves, quarters, pairs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static double Sum(Vector512<double> lanes)
    {
        var four = lanes.GetLower() + lanes.GetUpper();
        var two = four.GetLower() + four.GetUpper();
        return two.ToScalar() + two.GetElement(1);
    }

    /// <summary>The sixteen lanes added in a fixed order.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Sum(Vector512<float> lanes)
    {
        var eight = lanes.GetLower() + lanes.GetUpper();
        var four = eight.GetLower() + eight.GetUpper();
        return (four.ToScalar() + four.GetElement(2)) + (four.GetElement(1) + four.GetElement(3));
    }
}
