using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insiders.Core.Numerics;

/// <summary>A copy of a matrix whose rows are filled up with zeros to whole vectors, and the kernel that compares four rows with four others.</summary>
internal sealed class PaddedRows
{
    private readonly double[] _values;
    private readonly int _stride;

    public PaddedRows(Matrix points)
    {
        Rows = points.Rows;
        _stride = (points.Columns + 7) & ~7;
        _values = new double[(long)_stride * (points.Rows + 3)];
        for (var i = 0; i < points.Rows; i++)
        {
            points.Row(i).CopyTo(_values.AsSpan(i * _stride));
        }
    }

    public int Rows { get; }

    /// <summary>Squared Euclidean distances of four rows from <paramref name="a"/> to four from <paramref name="b"/>; rows beyond the end read as zeros.</summary>
    /// <param name="a">First row here.</param>
    /// <param name="other">The table the other rows are in, of the same width; may be this one.</param>
    /// <param name="b">First row there.</param>
    /// <param name="sixteen">Receives the distances, row of <paramref name="a"/> first.</param>
    [SkipLocalsInit]
    public void SquaredEuclidean(int a, PaddedRows other, int b, Span<double> sixteen)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)a * _stride);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(other._values), (nint)b * _stride);
        var stride = (nuint)_stride;
        Vector512<double> s00 = default, s01 = default, s02 = default, s03 = default, s10 = default, s11 = default, s12 = default, s13 = default;
        Vector512<double> s20 = default, s21 = default, s22 = default, s23 = default, s30 = default, s31 = default, s32 = default, s33 = default;
        for (nuint i = 0; i < stride; i += 8)
        {
            var b0 = Vector512.LoadUnsafe(ref right, i);
            var b1 = Vector512.LoadUnsafe(ref right, i + stride);
            var b2 = Vector512.LoadUnsafe(ref right, i + (2 * stride));
            var b3 = Vector512.LoadUnsafe(ref right, i + (3 * stride));
            var row = Vector512.LoadUnsafe(ref left, i);
            Add(row - b0, ref s00);
            Add(row - b1, ref s01);
            Add(row - b2, ref s02);
            Add(row - b3, ref s03);
            row = Vector512.LoadUnsafe(ref left, i + stride);
            Add(row - b0, ref s10);
            Add(row - b1, ref s11);
            Add(row - b2, ref s12);
            Add(row - b3, ref s13);
            row = Vector512.LoadUnsafe(ref left, i + (2 * stride));
            Add(row - b0, ref s20);
            Add(row - b1, ref s21);
            Add(row - b2, ref s22);
            Add(row - b3, ref s23);
            row = Vector512.LoadUnsafe(ref left, i + (3 * stride));
            Add(row - b0, ref s30);
            Add(row - b1, ref s31);
            Add(row - b2, ref s32);
            Add(row - b3, ref s33);
        }

        Store(sixteen, s00, s01, s02, s03);
        Store(sixteen[4..], s10, s11, s12, s13);
        Store(sixteen[8..], s20, s21, s22, s23);
        Store(sixteen[12..], s30, s31, s32, s33);
    }

    /// <summary>Number of places in which four rows differ from four others.</summary>
    [SkipLocalsInit]
    public void Differing(int a, PaddedRows other, int b, Span<double> sixteen)
    {
        for (var i = 0; i < 4; i++)
        {
            ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)(a + i) * _stride);
            for (var j = 0; j < 4; j++)
            {
                ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(other._values), (nint)(b + j) * _stride);
                var equal = Vector512<long>.Zero;
                for (nuint c = 0; c < (nuint)_stride; c += 8)
                {
                    // A place that is equal gives −1 (all bits set); padding is always equal.
                    equal += Vector512.Equals(Vector512.LoadUnsafe(ref left, c), Vector512.LoadUnsafe(ref right, c)).AsInt64();
                }

                sixteen[(4 * i) + j] = _stride + Vector512.Sum(equal);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Add(Vector512<double> difference, ref Vector512<double> sum) => sum = Vector512.FusedMultiplyAdd(difference, difference, sum);

    private static void Store(Span<double> four, Vector512<double> s0, Vector512<double> s1, Vector512<double> s2, Vector512<double> s3)
    {
        four[0] = Distances.Sum(s0);
        four[1] = Distances.Sum(s1);
        four[2] = Distances.Sum(s2);
        four[3] = Distances.Sum(s3);
    }
}
