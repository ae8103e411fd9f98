using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Moves points down the gradient of t-SNE's divergence, all at once in each iteration.</summary>
/// <remarks>
/// Gradient of van der Maaten and Hinton (2008), equation 5; momentum, gains and exaggeration as in their section 3.4 with scikit-learn's constants. A point's push is a sum over all others in a fixed order, so the
/// result is the same for any number of threads.
/// </remarks>
internal sealed class TsneLayout
{
    private const int Lanes = 16;
    private const int RowsPerBlock = 32;
    private const int ExaggeratedIterations = 250;
    private const int IterationsPerLook = 50;
    private const double Exaggeration = 12;
    private const double SettledGradient = 1e-7;

    /// <summary>Per row. The rounding of a row's own part is 6·10⁻⁸.</summary>
    private const double SmallestMass = 1e-3;

    /// <summary>Where padding stands: so far away that it neither pulls nor pushes.</summary>
    private const float FarAway = 1e15f;

    private readonly SparseGraph _edges;
    private readonly float[] _strengths;
    private readonly int _threads;
    private readonly int _rows;
    private readonly int _dimensions;

    // One array per dimension, filled up to whole vectors.
    private readonly float[][] _places;
    private readonly double[][] _exact;
    private readonly double[][] _gradients;
    private readonly double[][] _pushes;
    private readonly double[] _masses;

    public TsneLayout(SparseGraph edges, Matrix start, int threads)
    {
        _edges = edges;
        _threads = threads;
        _rows = start.Rows;
        _dimensions = start.Columns;
        _strengths = new float[edges.Entries];
        for (var i = 0; i < _rows; i++)
        {
            var weights = edges.WeightsOf(i);
            for (var e = 0; e < weights.Length; e++)
            {
                _strengths[edges.StartOf(i) + e] = (float)weights[e];
            }
        }

        _exact = [.. Enumerable.Range(0, _dimensions).Select(start.Column)];
        _places = [.. _exact.Select(_ => new float[(_rows + Lanes - 1) / Lanes * Lanes])];
        _gradients = [.. _exact.Select(_ => new double[_rows])];
        _pushes = [.. _exact.Select(_ => new double[_rows])];
        _masses = new double[_rows];
        foreach (var axis in _places)
        {
            axis.AsSpan().Fill(FarAway);
        }

        Show();
    }

    public void Run(int iterations, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        // Belkina et al. (2019): rows ÷ exaggeration, a quarter of it where the gradient keeps its factor of 4, as in scikit-learn.
        var pace = Math.Max(_rows / Exaggeration / 4, 50);
        double[][] moves = [.. _exact.Select(_ => new double[_rows])];
        double[][] gains = [.. _exact.Select(_ => Enumerable.Repeat(1.0, _rows).ToArray())];
        for (var iteration = 0; iteration < iterations; iteration++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (iteration == ExaggeratedIterations)
            {
                moves = [.. _exact.Select(_ => new double[_rows])];
                gains = [.. _exact.Select(_ => Enumerable.Repeat(1.0, _rows).ToArray())];
            }

            var early = iteration < ExaggeratedIterations;
            var square = Gradient(early ? Exaggeration : 1, cancellationToken);
            for (var d = 0; d < _dimensions; d++)
            {
                for (var i = 0; i < _rows; i++)
                {
                    var gradient = _gradients[d][i];
                    gains[d][i] = Math.Max(0.01, moves[d][i] * gradient < 0 ? gains[d][i] + 0.2 : gains[d][i] * 0.8);
                    moves[d][i] = ((early ? 0.5 : 0.8) * moves[d][i]) - (pace * gains[d][i] * gradient);
                    _exact[d][i] += moves[d][i];
                }
            }

            Show();
            progress?.Report((iteration + 1.0) / iterations);
            if (iteration % IterationsPerLook == IterationsPerLook - 1 && Math.Sqrt(square) <= SettledGradient)
            {
                return;
            }
        }
    }

    public Matrix Places()
    {
        var places = new Matrix(_rows, _dimensions);
        for (var i = 0; i < _rows; i++)
        {
            for (var d = 0; d < _dimensions; d++)
            {
                places[i, d] = _exact[d][i];
            }
        }

        return places;
    }

    /// <summary>Σ p·log(p ÷ q) over the pairs that are neighbours.</summary>
    public double Divergence(CancellationToken cancellationToken)
    {
        Gradient(1, cancellationToken);
        var mass = Mass();
        var sum = 0.0;
        for (var i = 0; i < _rows; i++)
        {
            var neighbours = _edges.NeighboursOf(i);
            for (var e = 0; e < neighbours.Length; e++)
            {
                var square = Square(i, neighbours[e]);
                var p = _edges.WeightsOf(i)[e];
                sum += p > 0 ? p * Math.Log(p * mass * (1 + square)) : 0;
            }
        }

        return sum;
    }

    /// <summary>Rounds the places for the sums over pairs.</summary>
    private void Show()
    {
        for (var d = 0; d < _dimensions; d++)
        {
            for (var i = 0; i < _rows; i++)
            {
                _places[d][i] = (float)_exact[d][i];
            }
        }
    }

    /// <summary>Fills the gradients; returns the sum of their squares.</summary>
    private double Gradient(double exaggeration, CancellationToken cancellationToken)
    {
        ParallelRows.For(_rows, RowsPerBlock, _threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                if (_dimensions == 2)
                {
                    PullInPlane(i);
                    PushInPlane(i);
                }
                else
                {
                    Pull(i);
                    Push(i);
                }
            }
        }, cancellationToken);
        var mass = Mass();
        var square = 0.0;
        for (var d = 0; d < _dimensions; d++)
        {
            for (var i = 0; i < _rows; i++)
            {
                _gradients[d][i] = 4 * ((exaggeration * _gradients[d][i]) - (_pushes[d][i] / mass));
                square += _gradients[d][i] * _gradients[d][i];
            }
        }

        return square;
    }

    /// <summary>Σ (1 + |y − y'|²)⁻¹ over all pairs, which q is divided by.</summary>
    /// <remarks>A row's own part, 1, was taken off a single-precision sum: of a few rows far apart nothing would be left but its rounding, and they are summed once more in double precision.</remarks>
    private double Mass()
    {
        var mass = _masses.Sum();
        if (mass > _rows * SmallestMass)
        {
            return mass;
        }

        mass = 0;
        for (var i = 0; i < _rows; i++)
        {
            for (var j = 0; j < i; j++)
            {
                mass += 2 / (1 + Square(i, j));
            }
        }

        return mass;
    }

    private double Square(int i, int j)
    {
        var square = 0.0;
        for (var d = 0; d < _dimensions; d++)
        {
            square += (_exact[d][i] - _exact[d][j]) * (_exact[d][i] - _exact[d][j]);
        }

        return square;
    }

    /// <summary>Σ p·(y − y')·(1 + |y − y'|²)⁻¹ over the neighbours.</summary>
    private void Pull(int row)
    {
        var neighbours = _edges.NeighboursOf(row);
        var strengths = _strengths.AsSpan(_edges.StartOf(row), neighbours.Length);
        Span<double> pull = stackalloc double[_dimensions];
        Span<float> apart = stackalloc float[_dimensions];
        pull.Clear();
        for (var e = 0; e < neighbours.Length; e++)
        {
            var square = 1f;
            for (var d = 0; d < apart.Length; d++)
            {
                apart[d] = _places[d][row] - _places[d][neighbours[e]];
                square += apart[d] * apart[d];
            }

            var factor = strengths[e] / square;
            for (var d = 0; d < apart.Length; d++)
            {
                pull[d] += factor * apart[d];
            }
        }

        for (var d = 0; d < pull.Length; d++)
        {
            _gradients[d][row] = pull[d];
        }
    }

    /// <summary>Σ (y − y')·(1 + |y − y'|²)⁻² over all others, and the row's part of the sum that q is divided by.</summary>
    [SkipLocalsInit]
    private void Push(int row)
    {
        Span<Vector512<float>> sums = stackalloc Vector512<float>[_dimensions];
        Span<Vector512<float>> apart = stackalloc Vector512<float>[_dimensions];
        sums.Clear();
        var mass = Vector512<float>.Zero;
        for (nuint j = 0; j < (nuint)_places[0].Length; j += Lanes)
        {
            var square = Vector512<float>.One;
            for (var d = 0; d < apart.Length; d++)
            {
                apart[d] = Vector512.Create(_places[d][row]) - Vector512.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_places[d]), j);
                square = Vector512.FusedMultiplyAdd(apart[d], apart[d], square);
            }

            var q = Vector512<float>.One / square;
            mass += q;
            for (var d = 0; d < apart.Length; d++)
            {
                sums[d] = Vector512.FusedMultiplyAdd(q * q, apart[d], sums[d]);
            }
        }

        // The row's own part is 1.
        _masses[row] = Distances.Sum(mass) - 1.0;
        for (var d = 0; d < sums.Length; d++)
        {
            _pushes[d][row] = Distances.Sum(sums[d]);
        }
    }

    /// <summary><see cref="Pull"/> for two dimensions, which people look at: twice as fast.</summary>
    private void PullInPlane(int row)
    {
        var neighbours = _edges.NeighboursOf(row);
        var strengths = _strengths.AsSpan(_edges.StartOf(row), neighbours.Length);
        ReadOnlySpan<float> xs = _places[0];
        ReadOnlySpan<float> ys = _places[1];
        var (x, y) = (xs[row], ys[row]);
        double pullX = 0, pullY = 0;
        for (var e = 0; e < neighbours.Length; e++)
        {
            var apartX = x - xs[neighbours[e]];
            var apartY = y - ys[neighbours[e]];
            var factor = strengths[e] / (1 + (apartX * apartX) + (apartY * apartY));
            pullX += factor * apartX;
            pullY += factor * apartY;
        }

        _gradients[0][row] = pullX;
        _gradients[1][row] = pullY;
    }

    /// <summary><see cref="Push"/> for two dimensions.</summary>
    private void PushInPlane(int row)
    {
        ref var xs = ref MemoryMarshal.GetArrayDataReference(_places[0]);
        ref var ys = ref MemoryMarshal.GetArrayDataReference(_places[1]);
        var x = Vector512.Create(Unsafe.Add(ref xs, row));
        var y = Vector512.Create(Unsafe.Add(ref ys, row));
        Vector512<float> pushX = default, pushY = default, mass = default;
        var count = (nuint)_places[0].Length;
        for (nuint j = 0; j < count; j += Lanes)
        {
            var apartX = x - Vector512.LoadUnsafe(ref xs, j);
            var apartY = y - Vector512.LoadUnsafe(ref ys, j);
            var q = Vector512<float>.One / Vector512.FusedMultiplyAdd(apartX, apartX, Vector512.FusedMultiplyAdd(apartY, apartY, Vector512<float>.One));
            mass += q;
            q *= q;
            pushX = Vector512.FusedMultiplyAdd(q, apartX, pushX);
            pushY = Vector512.FusedMultiplyAdd(q, apartY, pushY);
        }

        _masses[row] = Distances.Sum(mass) - 1.0;
        _pushes[0][row] = Distances.Sum(pushX);
        _pushes[1][row] = Distances.Sum(pushY);
    }
}
