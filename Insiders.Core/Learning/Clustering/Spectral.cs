using System.Runtime.InteropServices;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Spectral clustering: groups that few edges of a graph of neighbours lead between, whatever their shape.</summary>
/// <remarks>
/// Shi and Malik (2000) and von Luxburg (2007, section 4, normalised by random walk), on the graph of scikit-learn's <c>affinity="nearest_neighbors"</c>. Rows that are equal are one vertex. See
/// <c>docs/methods/spectral.md</c>.
/// </remarks>
public static class Spectral
{
    /// <summary>Lays the rows out by the smoothest functions on their graph.</summary>
    /// <param name="points">Shape [rows × dimensions], finite, at least one row.</param>
    /// <param name="most">Functions wanted at most, at least 1.</param>
    /// <param name="options">Neighbours, starts, seed and threads.</param>
    /// <param name="cancellationToken">Looked at every few rows, and once per product with the graph.</param>
    /// <exception cref="ArgumentException">The points are empty or not finite.</exception>
    /// <remarks>O(n²·d) time up to 20,000 rows for the neighbours; the functions as <see cref="LaplacianEigen"/>.</remarks>
    public static SpectralSpace Embed(Matrix points, int most, SpectralOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        points.ThrowIfNotFinite(nameof(points));
        cancellationToken.ThrowIfCancellationRequested();
        var vertexOf = Distinct(points, out var firsts);
        if (firsts.Count == 1)
        {
            return new SpectralSpace(new Matrix(1, 1), vertexOf, options);
        }

        var graph = Graph(points.SelectRows(CollectionsMarshal.AsSpan(firsts)), options, cancellationToken);
        var vectors = LaplacianEigen.Smallest(graph, Math.Min(most, graph.Vertices), options.Seed, options.Threads, cancellationToken);
        var places = new Matrix(graph.Vertices, vectors.Rows);
        for (var i = 0; i < graph.Vertices; i++)
        {
            var degree = 0.0;
            foreach (var weight in graph.WeightsOf(i))
            {
                degree += weight;
            }

            for (var v = 0; v < vectors.Rows; v++)
            {
                places[i, v] = vectors[v, i] / Math.Sqrt(degree);
            }
        }

        return new SpectralSpace(places, vertexOf, options);
    }

    /// <summary>The vertex of each row: equal rows share one.</summary>
    private static int[] Distinct(Matrix points, out List<int> firsts)
    {
        var order = Enumerable.Range(0, points.Rows).ToArray();
        Array.Sort(order, (a, b) => points.Row(a).SequenceCompareTo(points.Row(b)) is var c and not 0 ? c : a.CompareTo(b));
        var first = new int[points.Rows];
        for (var place = 0; place < order.Length; place++)
        {
            first[order[place]] = place > 0 && points.Row(order[place]).SequenceEqual(points.Row(order[place - 1])) ? first[order[place - 1]] : order[place];
        }

        var vertices = new int[points.Rows];
        firsts = [];
        for (var i = 0; i < vertices.Length; i++)
        {
            vertices[i] = first[i] == i ? firsts.Count : vertices[first[i]];
            if (first[i] == i)
            {
                firsts.Add(i);
            }
        }

        return vertices;
    }

    /// <summary>An edge of weight ½ for each of the two that names the other among its nearest; the vertex itself, which is its own nearest, has no edge.</summary>
    private static SparseGraph Graph(Matrix points, SpectralOptions options, CancellationToken cancellationToken)
    {
        var near = Math.Min(options.Neighbours, points.Rows) - 1;
        var neighbours = points.Rows <= Embeddings.UmapGraph.ExactLimit
            ? ExactNeighbours.Within(points, near, RowMetric.Euclidean, options.Threads, cancellationToken)
            : NeighbourDescent.Within(points, near, RowMetric.Euclidean, options.Seed, options.Threads, cancellationToken);
        var edges = Enumerable.Range(0, points.Rows).Select(_ => new SortedDictionary<int, double>()).ToArray();
        for (var i = 0; i < points.Rows; i++)
        {
            foreach (var j in neighbours.IndicesOf(i))
            {
                edges[i][j] = edges[i].GetValueOrDefault(j) + 0.5;
                edges[j][i] = edges[j].GetValueOrDefault(i) + 0.5;
            }
        }

        var starts = new int[points.Rows + 1];
        for (var i = 0; i < points.Rows; i++)
        {
            starts[i + 1] = starts[i] + edges[i].Count;
        }

        return new SparseGraph(starts, [.. edges.SelectMany(own => own.Keys)], [.. edges.SelectMany(own => own.Values)]);
    }
}
