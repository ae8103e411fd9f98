using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Sums of products of differences from a mean, eight by eight dimensions at a time over many rows.</summary>
internal static class MixtureScatter
{
    private const int Lanes = 8;
    private const int RowsPerChunk = 512;

    /// <summary>Adds share · (x − mean)·(x − mean)ᵀ of each member, in their order, to the lower triangle.</summary>
    /// <param name="points">Shape [rows × dimensions].</param>
    /// <param name="shares">Shape [rows × components].</param>
    /// <param name="component">Whose shares count.</param>
    /// <param name="members">Rows, in the order of the sum.</param>
    /// <param name="mean">One value per dimension.</param>
    /// <param name="scatter">Shape [dimensions × dimensions]; above the diagonal nothing is written.</param>
    public static void Add(Matrix points, Matrix shares, int component, List<int> members, ReadOnlySpan<double> mean, Matrix scatter)
    {
        // Rows of whole vectors: differences, and the same times the share.
        var stride = (points.Columns + Lanes - 1) / Lanes * Lanes;
        var differences = new double[RowsPerChunk * stride];
        var shared = new double[RowsPerChunk * stride];
        var sums = new double[stride * stride];
        for (var first = 0; first < members.Count; first += RowsPerChunk)
        {
            var count = Math.Min(RowsPerChunk, members.Count - first);
            for (var m = 0; m < count; m++)
            {
                var point = points.Row(members[first + m]);
                var share = shares[members[first + m], component];
                for (var d = 0; d < point.Length; d++)
                {
                    var difference = point[d] - mean[d];
                    differences[(m * stride) + d] = difference;
                    shared[(m * stride) + d] = share * difference;
                }
            }

            for (var d = 0; d < stride; d += Lanes)
            {
                for (var e = 0; e <= d; e += Lanes)
                {
                    AddTile(differences, shared, sums, stride, count, d, e);
                }
            }
        }

        for (var d = 0; d < points.Columns; d++)
        {
            sums.AsSpan(d * stride, d + 1).CopyTo(scatter.Row(d));
        }
    }

    /// <summary>Eight rows and eight columns of the sums, held in registers while the rows pass.</summary>
    [SkipLocalsInit]
    private static void AddTile(double[] differences, double[] shared, double[] sums, int stride, int count, int d, int e)
    {
        ref var left = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(shared), d);
        ref var right = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(differences), e);
        ref var sum = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(sums), (d * stride) + e);
        var s0 = Vector512.LoadUnsafe(ref sum);
        var s1 = Vector512.LoadUnsafe(ref sum, (nuint)stride);
        var s2 = Vector512.LoadUnsafe(ref sum, (nuint)(2 * stride));
        var s3 = Vector512.LoadUnsafe(ref sum, (nuint)(3 * stride));
        var s4 = Vector512.LoadUnsafe(ref sum, (nuint)(4 * stride));
        var s5 = Vector512.LoadUnsafe(ref sum, (nuint)(5 * stride));
        var s6 = Vector512.LoadUnsafe(ref sum, (nuint)(6 * stride));
        var s7 = Vector512.LoadUnsafe(ref sum, (nuint)(7 * stride));
        for (var m = 0; m < count; m++)
        {
            var row = Vector512.LoadUnsafe(ref right);
            s0 = Vector512.FusedMultiplyAdd(row, Vector512.Create(left), s0);
            s1 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 1)), s1);
            s2 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 2)), s2);
            s3 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 3)), s3);
            s4 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 4)), s4);
            s5 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 5)), s5);
            s6 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 6)), s6);
            s7 = Vector512.FusedMultiplyAdd(row, Vector512.Create(Unsafe.Add(ref left, 7)), s7);
            left = ref Unsafe.Add(ref left, stride);
            right = ref Unsafe.Add(ref right, stride);
        }

        s0.StoreUnsafe(ref sum);
        s1.StoreUnsafe(ref sum, (nuint)stride);
        s2.StoreUnsafe(ref sum, (nuint)(2 * stride));
        s3.StoreUnsafe(ref sum, (nuint)(3 * stride));
        s4.StoreUnsafe(ref sum, (nuint)(4 * stride));
        s5.StoreUnsafe(ref sum, (nuint)(5 * stride));
        s6.StoreUnsafe(ref sum, (nuint)(6 * stride));
        s7.StoreUnsafe(ref sum, (nuint)(7 * stride));
    }
}
