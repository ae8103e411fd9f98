using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insiders.Core.Numerics;

/// <summary>Sums over rows of equal length, eight values at a time in a fixed order.</summary>
internal static class RowOperations
{
    /// <summary>Scalar product.</summary>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var va = MemoryMarshal.Cast<double, Vector512<double>>(a);
        var vb = MemoryMarshal.Cast<double, Vector512<double>>(b);
        var lanes = Vector512<double>.Zero;
        for (var i = 0; i < va.Length; i++)
        {
            lanes = Vector512.FusedMultiplyAdd(va[i], vb[i], lanes);
        }

        var sum = Distances.Sum(lanes);
        for (var i = va.Length * Vector512<double>.Count; i < a.Length; i++)
        {
            sum = Math.FusedMultiplyAdd(a[i], b[i], sum);
        }

        return sum;
    }

    /// <summary>to ← to + factor · row.</summary>
    public static void AddScaled(Span<double> to, ReadOnlySpan<double> row, double factor)
    {
        var target = MemoryMarshal.Cast<double, Vector512<double>>(to);
        var source = MemoryMarshal.Cast<double, Vector512<double>>(row);
        var factors = Vector512.Create(factor);
        for (var i = 0; i < target.Length; i++)
        {
            target[i] = Vector512.FusedMultiplyAdd(source[i], factors, target[i]);
        }

        for (var i = target.Length * Vector512<double>.Count; i < to.Length; i++)
        {
            to[i] = Math.FusedMultiplyAdd(row[i], factor, to[i]);
        }
    }
}
