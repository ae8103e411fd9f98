using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Insiders.Core.Numerics;

/// <summary>Nearest rows of a table to points outside it, almost all of them, by walking the graph of the table's own neighbours.</summary>
/// <remarks>
/// Best-first search on a neighbour graph (Arya and Mount 1993; Dong, Moses and Li 2011, section 5, as pynndescent's queries), started in the
/// leaves that the point falls into of a few projection trees. A walk looks at a few hundred rows, whatever the table holds. It is a function of the point alone: the same
/// result for any number of threads and in any company. More than 98 of 100 true neighbours on the data it is tested with (<c>docs/methods/neighbours.md</c>).
/// </remarks>
public sealed class NeighbourSearch
{
    private const int Trees = 4;
    private const int LeafRows = 24;
    private const int QueriesPerBlock = 64;

    /// <summary>Rows a walk keeps at least: it ends when the neighbours of all of them have been looked at.</summary>
    private const int LeastKept = 32;

    private readonly Matrix _points;
    private readonly SparseGraph _graph;
    private readonly RowMetric _metric;
    private readonly ProjectionTree[] _trees;
    private readonly RoughRows _rough;

    private NeighbourSearch(Matrix points, SparseGraph graph, RowMetric metric, ProjectionTree[] trees)
    {
        _points = points;
        _graph = graph;
        _metric = metric;
        _trees = trees;
        _rough = new RoughRows(points);
    }

    /// <summary>Prepares a table for searches.</summary>
    /// <param name="points">Shape [rows × dimensions], finite; kept, not copied.</param>
    /// <param name="graph">A vertex per row, joined to rows near it; weights are not looked at.</param>
    /// <param name="metric">How far apart two rows are.</param>
    /// <param name="seed">Seed of the projection trees.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at once per tree.</param>
    /// <exception cref="ArgumentException">The graph has another number of vertices than there are rows.</exception>
    public static NeighbourSearch Over(Matrix points, SparseGraph graph, RowMetric metric, ulong seed, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(graph);
        points.ThrowIfNotFinite(nameof(points));
        if (graph.Vertices != points.Rows)
        {
            throw new ArgumentException($"A graph of {graph.Vertices} vertices does not fit {points.Rows} rows.", nameof(graph));
        }

        var trees = new ProjectionTree[Trees];
        ParallelRows.For(Trees, 1, threads, (from, _) => trees[from] = ProjectionTree.Grow(points, LeafRows, Rng.Stream(seed, (ulong)from)), cancellationToken);
        return new NeighbourSearch(points, graph, metric, trees);
    }

    /// <summary>For each query about the nearest rows.</summary>
    /// <param name="queries">Shape [queries × dimensions], finite.</param>
    /// <param name="neighbours">Neighbours per query, 1 to the number of rows.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 64 queries.</param>
    /// <returns>Distances are exact; a row that is missing had no path of near rows to it.</returns>
    /// <exception cref="ArgumentException">The dimensions differ, or a query is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">More neighbours are asked for than there are rows.</exception>
    public NeighbourGraph Nearest(Matrix queries, int neighbours, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        queries.ThrowIfNotFinite(nameof(queries));
        ArgumentOutOfRangeException.ThrowIfLessThan(neighbours, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(neighbours, _points.Rows);
        if (queries.Columns != _points.Columns)
        {
            throw new ArgumentException($"Queries have {queries.Columns} dimensions where the points have {_points.Columns}.", nameof(queries));
        }

        var indices = new int[queries.Rows * neighbours];
        var distances = new double[queries.Rows * neighbours];
        ParallelRows.For(queries.Rows, QueriesPerBlock, threads, (from, to) =>
        {
            var walk = new Walk(this, Math.Min(_points.Rows, Math.Max(LeastKept, 2 * neighbours)));
            for (var i = from; i < to; i++)
            {
                walk.Find(queries.Row(i), new NeighbourList(indices.AsSpan(i * neighbours, neighbours), distances.AsSpan(i * neighbours, neighbours)));
            }

            for (var i = from * neighbours; i < to * neighbours; i++)
            {
                distances[i] = _metric == RowMetric.Euclidean ? Math.Sqrt(distances[i]) : distances[i] / _points.Columns;
            }
        }, cancellationToken);
        return new NeighbourGraph(queries.Rows, neighbours, indices, distances);
    }

    /// <summary>One walk after another, keeping its working memory.</summary>
    private sealed class Walk(NeighbourSearch search, int kept)
    {
        private readonly float[] _query = new float[search._rough.Stride];
        private readonly int[] _rows = new int[kept];
        private readonly float[] _distances = new float[kept];
        private readonly bool[] _looked = new bool[kept];
        private readonly int[] _seenIn = new int[search._points.Rows];
        private int _number;
        private int _count;

        /// <summary>Fills the list with squared distances, or with numbers of places that differ.</summary>
        public void Find(ReadOnlySpan<double> query, NeighbourList list)
        {
            _number++;
            _count = 0;
            search._rough.Fill(query, _query);
            foreach (var tree in search._trees)
            {
                Offer(tree.LeafOf(query));
            }

            // Leaves can hold fewer rows than neighbours are asked for.
            for (var row = 0; _count < kept && row < search._points.Rows; row++)
            {
                Offer([row]);
            }

            for (var next = 0; next < _count; next = Next())
            {
                _looked[next] = true;
                Offer(search._graph.NeighboursOf(_rows[next]));
            }

            list.Clear();
            for (var i = 0; i < _count; i++)
            {
                var row = search._points.Row(_rows[i]);
                list.Offer(_rows[i], search._metric == RowMetric.Euclidean ? Distances.SquaredEuclidean(query, row) : Distances.Differing(query, row));
            }
        }

        /// <summary>The nearest row whose neighbours have not been looked at; the number kept when there is none.</summary>
        private int Next() => Array.IndexOf(_looked, false, 0, _count) is var place and >= 0 ? place : _count;

        private void Offer(ReadOnlySpan<int> rows)
        {
            foreach (var row in rows)
            {
                if (_seenIn[row] == _number)
                {
                    continue;
                }

                _seenIn[row] = _number;
                var worst = _count < kept ? float.PositiveInfinity : _distances[kept - 1];
                var distance = search._metric == RowMetric.Euclidean ? search._rough.SquaredEuclidean(_query, row, worst) : search._rough.Differing(_query, row);
                if (distance < worst || _count < kept)
                {
                    Insert(row, distance);
                }
            }
        }

        private void Insert(int row, float distance)
        {
            var place = _count < kept ? _count++ : kept - 1;
            while (place > 0 && _distances[place - 1] > distance)
            {
                (_distances[place], _rows[place], _looked[place]) = (_distances[place - 1], _rows[place - 1], _looked[place - 1]);
                place--;
            }

            (_distances[place], _rows[place], _looked[place]) = (distance, row, false);
        }
    }

    /// <summary>The rows in single precision, scaled by a power of two into ±1 so that no square overflows: half the memory to read, enough to tell what is worth comparing exactly.</summary>
    private sealed class RoughRows
    {
        private const int Lanes = 16;
        private const int LanesPerLook = 4 * Lanes;

        private readonly float[] _values;
        private readonly double _scale = 1;

        public RoughRows(Matrix points)
        {
            Stride = (points.Columns + LanesPerLook - 1) / LanesPerLook * LanesPerLook;
            var largest = 0.0;
            foreach (var value in points.Values)
            {
                largest = Math.Max(largest, Math.Abs(value));
            }

            _scale = largest > 0 ? Math.ScaleB(1, -Math.Max(-1_000, Math.ILogB(largest))) : 1;
            _values = new float[(long)Stride * points.Rows];
            for (var i = 0; i < points.Rows; i++)
            {
                Fill(points.Row(i), _values.AsSpan(i * Stride, Stride));
            }
        }

        public int Stride { get; }

        public void Fill(ReadOnlySpan<double> row, Span<float> rough)
        {
            for (var d = 0; d < row.Length; d++)
            {
                rough[d] = (float)(row[d] * _scale);
            }
        }

        /// <summary>Squared distance, or what it has come to when it passes <paramref name="limit"/>.</summary>
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public float SquaredEuclidean(float[] query, int row, float limit)
        {
            ref var a = ref MemoryMarshal.GetArrayDataReference(query);
            ref var b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)row * Stride);
            Vector512<float> s0 = default, s1 = default, s2 = default, s3 = default;
            var total = 0f;
            for (nuint d = 0; d < (nuint)Stride; d += LanesPerLook)
            {
                Add(ref a, ref b, d, ref s0);
                Add(ref a, ref b, d + Lanes, ref s1);
                Add(ref a, ref b, d + (2 * Lanes), ref s2);
                Add(ref a, ref b, d + (3 * Lanes), ref s3);
                total = Distances.Sum((s0 + s1) + (s2 + s3));
                if (total > limit)
                {
                    break;
                }
            }

            return total;
        }

        public float Differing(float[] query, int row)
        {
            ref var a = ref MemoryMarshal.GetArrayDataReference(query);
            ref var b = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_values), (nint)row * Stride);
            var equal = Vector512<int>.Zero;
            for (nuint d = 0; d < (nuint)Stride; d += Lanes)
            {
                equal += Vector512.Equals(Vector512.LoadUnsafe(ref a, d), Vector512.LoadUnsafe(ref b, d)).AsInt32();
            }

            return Stride + Vector512.Sum(equal);
        }

        private static void Add(ref float a, ref float b, nuint place, ref Vector512<float> sum)
        {
            var difference = Vector512.LoadUnsafe(ref a, place) - Vector512.LoadUnsafe(ref b, place);
            sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
        }
    }
}
