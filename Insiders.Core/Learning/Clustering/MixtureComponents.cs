using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>The normal distributions of a mixture, ready to be asked how likely eight points at a time are.</summary>
internal sealed class MixtureComponents
{
    /// <summary>Points asked about at once.</summary>
    public const int Lanes = 8;

    /// <summary>A component whose density is e⁻⁶⁰ of the largest adds less to the sum than its last bit.</summary>
    public const double Negligible = 60;

    private readonly int _dimensions;
    private readonly double[] _constants;
    private readonly Matrix _means;

    // Per component the inverse of the covariance's root, its rows filled up to whole groups of four.
    private readonly double[][] _whitening;

    public MixtureComponents(ReadOnlySpan<double> weights, Matrix means, Matrix[] covariances)
    {
        _dimensions = means.Columns;
        _means = means;
        _constants = new double[means.Rows];
        _whitening = new double[means.Rows][];
        for (var c = 0; c < means.Rows; c++)
        {
            if (!Cholesky.TryRoot(covariances[c], out var root))
            {
                throw new ArithmeticException($"The covariance of component {c} is singular: raise the regularisation or ask for fewer components.");
            }

            var logarithm = 0.0;
            for (var d = 0; d < _dimensions; d++)
            {
                logarithm += Math.Log(root[d, d]);
            }

            _constants[c] = Math.Log(weights[c]) - logarithm - (0.5 * _dimensions * Math.Log(2 * Math.PI));
            var padded = new double[(_dimensions + 3) / 4 * 4 * _dimensions];
            Cholesky.InverseOfLower(root).Values.CopyTo(padded);
            _whitening[c] = padded;
        }
    }

    public int Count => _constants.Length;

    /// <summary>Log of weight × density of eight points under every component; −∞ where it is negligible beside the likeliest.</summary>
    /// <param name="points">Eight points side by side: the first dimension of all, then the second …; a multiple of eight long.</param>
    /// <param name="guess">The component asked first: the likelier it is, the more of the others are left early.</param>
    /// <param name="logarithms">Receives eight numbers per component.</param>
    [SkipLocalsInit]
    public void LogDensities(ReadOnlySpan<Vector512<double>> points, int guess, Span<Vector512<double>> logarithms)
    {
        Span<Vector512<double>> differences = stackalloc Vector512<double>[_dimensions];
        var best = Vector512.Create(double.NegativeInfinity);
        for (var turn = 0; turn < Count; turn++)
        {
            var c = turn == 0 ? guess : turn <= guess ? turn - 1 : turn;
            var mean = _means.Row(c);
            for (var d = 0; d < differences.Length; d++)
            {
                differences[d] = points[d] - Vector512.Create(mean[d]);
            }

            // The log density falls as the squared distance grows: past this bound it is negligible for all eight.
            var constant = Vector512.Create(_constants[c]);
            var bound = (constant - best + Vector512.Create(Negligible)) * 2;
            var square = SquaredDistance(_whitening[c], differences, bound, out var within);
            var logarithm = within ? constant - (square * 0.5) : Vector512.Create(double.NegativeInfinity);
            logarithms[c] = logarithm;
            best = Vector512.Max(best, logarithm);
        }
    }

    /// <summary>Squared Mahalanobis distances, four rows of the whitening matrix at a time; given up once all eight are past the bound.</summary>
    private static Vector512<double> SquaredDistance(double[] whitening, ReadOnlySpan<Vector512<double>> differences, Vector512<double> bound, out bool within)
    {
        var dimensions = (nuint)differences.Length;
        var square = Vector512<double>.Zero;
        ref var matrix = ref MemoryMarshal.GetArrayDataReference(whitening);
        ref var difference = ref MemoryMarshal.GetReference(differences);
        for (nuint row = 0; row < dimensions; row += 4)
        {
            Vector512<double> s0 = default, s1 = default, s2 = default, s3 = default;
            ref var r0 = ref Unsafe.Add(ref matrix, row * dimensions);
            ref var r1 = ref Unsafe.Add(ref r0, dimensions);
            ref var r2 = ref Unsafe.Add(ref r1, dimensions);
            ref var r3 = ref Unsafe.Add(ref r2, dimensions);
            var last = nuint.Min(row + 4, dimensions);
            for (nuint d = 0; d < last; d++)
            {
                var x = Unsafe.Add(ref difference, d);
                s0 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref r0, d)), x, s0);
                s1 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref r1, d)), x, s1);
                s2 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref r2, d)), x, s2);
                s3 = Vector512.FusedMultiplyAdd(Vector512.Create(Unsafe.Add(ref r3, d)), x, s3);
            }

            square = Vector512.FusedMultiplyAdd(s0, s0, square);
            square = Vector512.FusedMultiplyAdd(s1, s1, square);
            square = Vector512.FusedMultiplyAdd(s2, s2, square);
            square = Vector512.FusedMultiplyAdd(s3, s3, square);
            if (Vector512.GreaterThanAll(square, bound))
            {
                within = false;
                return square;
            }
        }

        within = true;
        return square;
    }
}
