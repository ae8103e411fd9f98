using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insiders.Core.Numerics;

/// <summary>The smoothest functions on a graph: eigenvectors of its normalised Laplacian I − D^(−½) W D^(−½) with the smallest eigenvalues.</summary>
/// <remarks>
/// Subspace iteration with a Chebyshev filter (Zhou, Saad, Tiago and Chelikowsky 2006): a polynomial of the matrix damps all
/// that is not wanted, so each round costs only products of the sparse matrix with a block of vectors. O(rounds · degree ·
/// entries · count) time, the same result for any number of threads.
/// </remarks>
public static class LaplacianEigen
{
    private const int Degree = 24;
    private const int Rounds = 40;
    private const double Tolerance = 1e-5;

    /// <summary>The largest graph for which the dense method is used.</summary>
    private const int DenseLimit = 160;

    /// <summary>Finds the eigenvectors of the <paramref name="count"/> smallest eigenvalues.</summary>
    /// <param name="graph">Connected, at least one edge.</param>
    /// <param name="count">1 to the number of vertices.</param>
    /// <param name="seed">Seed of the starting vectors; the answer depends on it only within the tolerance.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at once per product.</param>
    /// <returns>Shape [count × vertices]: unit vectors by ascending eigenvalue, each with its largest element positive.</returns>
    public static Matrix Smallest(SparseGraph graph, int count, ulong seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, graph.Vertices);
        var scale = new double[graph.Vertices];
        for (var i = 0; i < scale.Length; i++)
        {
            var degree = 0.0;
            foreach (var weight in graph.WeightsOf(i))
            {
                degree += weight;
            }

            scale[i] = degree > 0 ? 1 / Math.Sqrt(degree) : 0;
        }

        var vectors = graph.Vertices <= Math.Max(DenseLimit, count + 8)
            ? Dense(graph, scale, count)
            : Filtered(graph, scale, count, seed, threads, cancellationToken);
        for (var v = 0; v < vectors.Rows; v++)
        {
            PointUp(vectors.Row(v));
        }

        return vectors;
    }

    private static Matrix Dense(SparseGraph graph, double[] scale, int count)
    {
        var matrix = new Matrix(graph.Vertices, graph.Vertices);
        for (var i = 0; i < graph.Vertices; i++)
        {
            var neighbours = graph.NeighboursOf(i);
            for (var e = 0; e < neighbours.Length; e++)
            {
                matrix[i, neighbours[e]] = graph.WeightsOf(i)[e] * scale[i] * scale[neighbours[e]];
            }
        }

        return SymmetricEigen.Of(matrix).Vectors.SelectRows([.. Enumerable.Range(0, count)]);
    }

    /// <summary>Works on A = D^(−½) W D^(−½), whose largest eigenvalues are the Laplacian's smallest.</summary>
    private static Matrix Filtered(SparseGraph graph, double[] scale, int count, ulong seed, int threads, CancellationToken cancellationToken)
    {
        var n = graph.Vertices;
        var width = Math.Min(n, (count + Math.Max(8, count / 4) + 7) & ~7);
        var block = new Matrix(width, n);
        var rng = Rng.Stream(seed, 0);
        foreach (ref var value in block.Values)
        {
            value = rng.NextDouble() - 0.5;
        }

        // The first eigenvector is known: the square roots of the degrees.
        for (var i = 0; i < n; i++)
        {
            block[0, i] = scale[i] > 0 ? 1 / scale[i] : 0;
        }

        var current = new Matrix(n, width);
        var previous = new Matrix(n, width);
        var product = new Matrix(n, width);
        Orthonormalise(block);
        for (var round = 0; ; round++)
        {
            Transpose(block, current);
            Multiply(graph, scale, current, product, threads, cancellationToken);
            var (values, residual) = Rotate(block, product, count);
            if (residual < Tolerance || round == Rounds || width == n)
            {
                return block.SelectRows([.. Enumerable.Range(0, count)]);
            }

            Filter(graph, scale, block, values[^1], ref current, ref previous, ref product, threads, cancellationToken);
            Orthonormalise(block);
        }
    }

    /// <summary>Rayleigh and Ritz: turns the block's vectors into the best approximations the block holds.</summary>
    private static (IReadOnlyList<double> Values, double Residual) Rotate(Matrix block, Matrix product, int count)
    {
        var width = block.Rows;
        var n = block.Columns;
        var images = new Matrix(width, n);
        Transpose(product, images);
        var small = new Matrix(width, width);
        for (var a = 0; a < width; a++)
        {
            for (var b = a; b < width; b++)
            {
                small[a, b] = small[b, a] = RowOperations.Dot(block.Row(a), images.Row(b));
            }
        }

        var eigen = SymmetricEigen.Of(small);
        var rotated = Combine(eigen.Vectors, block);
        var rotatedImages = Combine(eigen.Vectors, images);
        rotated.Values.CopyTo(block.Values);
        var residual = 0.0;
        for (var v = 0; v < count; v++)
        {
            var sum = 0.0;
            var vector = rotated.Row(v);
            var image = rotatedImages.Row(v);
            for (var i = 0; i < n; i++)
            {
                var difference = image[i] - (eigen.Values[v] * vector[i]);
                sum += difference * difference;
            }

            residual = Math.Max(residual, Math.Sqrt(sum));
        }

        return (eigen.Values, residual);
    }

    /// <summary>The Chebyshev polynomial of the matrix that stays within ±1 on [−1, cut] and grows fast above.</summary>
    private static void Filter(
        SparseGraph graph, double[] scale, Matrix block, double cut, ref Matrix current, ref Matrix previous, ref Matrix product, int threads, CancellationToken cancellationToken)
    {
        var centre = (cut - 1) / 2;
        var half = Math.Max((cut + 1) / 2, 1e-3);
        Transpose(block, previous);
        Multiply(graph, scale, previous, current, threads, cancellationToken);
        Combine(current, previous, current, 1 / half, -centre / half, 0);
        for (var degree = 2; degree <= Degree; degree++)
        {
            Multiply(graph, scale, current, product, threads, cancellationToken);
            Combine(product, current, previous, 2 / half, -2 * centre / half, -1);
            (previous, current, product) = (current, product, previous);
        }

        Transpose(current, block);
    }

    /// <summary>first ← x·first + y·second + z·third.</summary>
    private static void Combine(Matrix first, Matrix second, Matrix third, double x, double y, double z)
    {
        var a = MemoryMarshal.Cast<double, Vector512<double>>(first.Values);
        var b = MemoryMarshal.Cast<double, Vector512<double>>(second.Values);
        var c = MemoryMarshal.Cast<double, Vector512<double>>(third.Values);
        for (var i = 0; i < a.Length; i++)
        {
            a[i] = Vector512.FusedMultiplyAdd(c[i], Vector512.Create(z), Vector512.FusedMultiplyAdd(b[i], Vector512.Create(y), a[i] * x));
        }

        for (var i = a.Length * 8; i < first.Values.Length; i++)
        {
            first.Values[i] = (x * first.Values[i]) + (y * second.Values[i]) + (z * third.Values[i]);
        }
    }

    /// <summary>Rows of <paramref name="weights"/> combine the rows of <paramref name="vectors"/>.</summary>
    private static Matrix Combine(Matrix weights, Matrix vectors)
    {
        var combined = new Matrix(weights.Rows, vectors.Columns);
        for (var a = 0; a < weights.Rows; a++)
        {
            for (var b = 0; b < vectors.Rows; b++)
            {
                RowOperations.AddScaled(combined.Row(a), vectors.Row(b), weights[a, b]);
            }
        }

        return combined;
    }

    private static void Multiply(SparseGraph graph, double[] scale, Matrix vectors, Matrix product, int threads, CancellationToken cancellationToken)
        => ParallelRows.For(graph.Vertices, 512, threads, (from, to) =>
        {
            for (var i = from; i < to; i++)
            {
                var row = product.Row(i);
                row.Clear();
                var neighbours = graph.NeighboursOf(i);
                var weights = graph.WeightsOf(i);
                for (var e = 0; e < neighbours.Length; e++)
                {
                    RowOperations.AddScaled(row, vectors.Row(neighbours[e]), weights[e] * scale[i] * scale[neighbours[e]]);
                }
            }
        }, cancellationToken);

    /// <summary>Modified Gram and Schmidt, twice. A vector that vanishes stays zero: the block is wider than the answer.</summary>
    private static void Orthonormalise(Matrix block)
    {
        for (var v = 0; v < block.Rows; v++)
        {
            var vector = block.Row(v);
            Normalise(vector);
            for (var pass = 0; pass < 2; pass++)
            {
                for (var u = 0; u < v; u++)
                {
                    RowOperations.AddScaled(vector, block.Row(u), -RowOperations.Dot(vector, block.Row(u)));
                }

                Normalise(vector);
            }
        }
    }

    private static void Normalise(Span<double> vector)
    {
        var length = Math.Sqrt(RowOperations.Dot(vector, vector));
        for (var i = 0; i < vector.Length && length > 0; i++)
        {
            vector[i] /= length;
        }
    }

    private static void Transpose(Matrix from, Matrix to)
    {
        for (var i = 0; i < from.Rows; i++)
        {
            var row = from.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                to[j, i] = row[j];
            }
        }
    }

    private static void PointUp(Span<double> vector)
    {
        var largest = 0.0;
        foreach (var value in vector)
        {
            largest = Math.Abs(value) > Math.Abs(largest) ? value : largest;
        }

        for (var i = 0; i < vector.Length && largest < 0; i++)
        {
            vector[i] = -vector[i];
        }
    }
}
