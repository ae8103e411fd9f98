namespace Insiders.Core.Numerics;

/// <summary>A symmetric graph with weighted edges, stored by rows: each edge appears in both its rows, columns ascend.</summary>
public sealed class SparseGraph
{
    private readonly int[] _starts;
    private readonly int[] _columns;
    private readonly double[] _weights;

    internal SparseGraph(int[] starts, int[] columns, double[] weights)
    {
        _starts = starts;
        _columns = columns;
        _weights = weights;
    }

    /// <summary>Number of vertices.</summary>
    public int Vertices => _starts.Length - 1;

    /// <summary>Number of stored entries: twice the number of edges.</summary>
    public int Entries => _columns.Length;

    /// <summary>The vertices that a vertex is joined to, ascending.</summary>
    public ReadOnlySpan<int> NeighboursOf(int vertex) => _columns.AsSpan(_starts[vertex], _starts[vertex + 1] - _starts[vertex]);

    /// <summary>Weights of those edges, above 0.</summary>
    public ReadOnlySpan<double> WeightsOf(int vertex) => _weights.AsSpan(_starts[vertex], _starts[vertex + 1] - _starts[vertex]);

    /// <summary>Where a vertex's entries start in the order of all entries.</summary>
    public int StartOf(int vertex) => _starts[vertex];

    /// <summary>The largest weight; 0 if there is no edge.</summary>
    public double LargestWeight => _weights.Length == 0 ? 0 : _weights.Max();

    /// <summary>The connected component of each vertex, numbered in the order of their first vertices.</summary>
    /// <param name="count">Receives the number of components.</param>
    public int[] Components(out int count)
    {
        var labels = new int[Vertices];
        Array.Fill(labels, -1);
        count = 0;
        var pending = new Stack<int>();
        for (var start = 0; start < Vertices; start++)
        {
            if (labels[start] >= 0)
            {
                continue;
            }

            labels[start] = count;
            pending.Push(start);
            while (pending.TryPop(out var vertex))
            {
                foreach (var other in NeighboursOf(vertex))
                {
                    if (labels[other] < 0)
                    {
                        labels[other] = count;
                        pending.Push(other);
                    }
                }
            }

            count++;
        }

        return labels;
    }

    /// <summary>The graph on some of the vertices, with the edges among them.</summary>
    /// <param name="vertices">Vertex numbers, ascending; they become 0, 1, 2 …</param>
    public SparseGraph Induced(ReadOnlySpan<int> vertices)
    {
        var places = new Dictionary<int, int>(vertices.Length);
        foreach (var vertex in vertices)
        {
            places.Add(vertex, places.Count);
        }

        var starts = new int[vertices.Length + 1];
        var columns = new List<int>();
        var weights = new List<double>();
        for (var i = 0; i < vertices.Length; i++)
        {
            var neighbours = NeighboursOf(vertices[i]);
            var edges = WeightsOf(vertices[i]);
            for (var e = 0; e < neighbours.Length; e++)
            {
                if (places.TryGetValue(neighbours[e], out var place))
                {
                    columns.Add(place);
                    weights.Add(edges[e]);
                }
            }

            starts[i + 1] = columns.Count;
        }

        return new SparseGraph(starts, [.. columns], [.. weights]);
    }
}
