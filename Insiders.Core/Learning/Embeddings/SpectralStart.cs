using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Where the points start: UMAP's fourth step.</summary>
/// <remarks>
/// Eigenvectors of the graph's normalised Laplacian (McInnes, Healy and Melville 2018, algorithm 4). A graph in several pieces
/// gets each piece laid out around a place of its own, as in umap-learn's multi_component_layout; with more pieces than twice
/// the dimensions the places are random where umap-learn asks the original data (<c>docs/methods/umap.md</c>).
/// </remarks>
public static class SpectralStart
{
    private const double Range = 10;
    private const double Jitter = 1e-4;

    /// <summary>Places every vertex.</summary>
    /// <param name="graph">UMAP's fuzzy graph.</param>
    /// <param name="dimensions">Columns of the result, at least 1.</param>
    /// <param name="seed">Seed of the run.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at once per product of the eigenvector search.</param>
    /// <returns>Shape [vertices × dimensions], each column spread over 0 to 10.</returns>
    public static Matrix Place(SparseGraph graph, int dimensions, ulong seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(graph);
        var rng = Rng.Stream(seed, ulong.MaxValue);
        var labels = graph.Components(out var components);
        var start = components == 1 && graph.Vertices > dimensions + 1
            ? Layout(graph, dimensions, seed, threads, cancellationToken)
            : Pieces(graph, labels, components, dimensions, seed, ref rng, threads, cancellationToken);
        Widen(start, Range);
        foreach (ref var value in start.Values)
        {
            value += Jitter * rng.NextNormal();
        }

        Stretch(start);
        return start;
    }

    private static Matrix Layout(SparseGraph graph, int dimensions, ulong seed, int threads, CancellationToken cancellationToken)
    {
        // The first eigenvector says only how many edges a vertex has.
        var vectors = LaplacianEigen.Smallest(graph, dimensions + 1, seed, threads, cancellationToken);
        var places = new Matrix(graph.Vertices, dimensions);
        for (var d = 0; d < dimensions; d++)
        {
            var vector = vectors.Row(d + 1);
            for (var i = 0; i < vector.Length; i++)
            {
                places[i, d] = vector[i];
            }
        }

        return places;
    }

    private static Matrix Pieces(
        SparseGraph graph, int[] labels, int components, int dimensions, ulong seed, ref Rng rng, int threads, CancellationToken cancellationToken)
    {
        var centres = Centres(components, dimensions, ref rng);
        var reach = Reach(centres);
        var start = new Matrix(graph.Vertices, dimensions);
        for (var c = 0; c < components; c++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] vertices = [.. Enumerable.Range(0, labels.Length).Where(i => labels[i] == c)];
            Matrix piece;
            if (vertices.Length < 2 * dimensions || vertices.Length <= dimensions + 1)
            {
                piece = new Matrix(vertices.Length, dimensions);
                foreach (ref var value in piece.Values)
                {
                    value = reach[c] * ((2 * rng.NextDouble()) - 1);
                }
            }
            else
            {
                piece = Layout(graph.Induced(vertices), dimensions, seed, threads, cancellationToken);
                Widen(piece, reach[c]);
            }

            for (var i = 0; i < vertices.Length; i++)
            {
                for (var d = 0; d < dimensions; d++)
                {
                    start[vertices[i], d] = piece[i, d] + centres[c, d];
                }
            }
        }

        return start;
    }

    /// <summary>One place per piece: both ends of each axis in turn; random when the axes run out.</summary>
    private static Matrix Centres(int components, int dimensions, ref Rng rng)
    {
        var centres = new Matrix(components, dimensions);
        var axes = (components + 1) / 2;
        for (var c = 0; c < components; c++)
        {
            if (axes <= dimensions)
            {
                centres[c, c % axes] = c < axes ? 1 : -1;
                continue;
            }

            foreach (ref var value in centres.Row(c))
            {
                value = rng.NextNormal();
            }
        }

        return centres;
    }

    /// <summary>Half the way from each centre to the next.</summary>
    private static double[] Reach(Matrix centres)
    {
        var reach = new double[centres.Rows];
        for (var i = 0; i < centres.Rows; i++)
        {
            var nearest = double.PositiveInfinity;
            for (var j = 0; j < centres.Rows; j++)
            {
                nearest = i == j ? nearest : Math.Min(nearest, Distances.SquaredEuclidean(centres.Row(i), centres.Row(j)));
            }

            reach[i] = double.IsInfinity(nearest) ? 1 : Math.Sqrt(nearest) / 2;
        }

        return reach;
    }

    private static void Widen(Matrix places, double range)
    {
        var largest = 0.0;
        foreach (var value in places.Values)
        {
            largest = Math.Max(largest, Math.Abs(value));
        }

        foreach (ref var value in places.Values)
        {
            value = largest > 0 ? value * range / largest : 0;
        }
    }

    private static void Stretch(Matrix places)
    {
        for (var d = 0; d < places.Columns; d++)
        {
            var column = places.Column(d);
            var low = column.Min();
            var width = column.Max() - low;
            for (var i = 0; i < places.Rows; i++)
            {
                places[i, d] = width > 0 ? Range * (places[i, d] - low) / width : 0;
            }
        }
    }
}
