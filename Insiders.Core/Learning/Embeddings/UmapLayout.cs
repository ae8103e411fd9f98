using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Moves points until near rows sit near and strangers apart: UMAP's last step, in batches.</summary>
/// <remarks>
/// In an epoch every point looks at where all points stood before it and adds up its pulls and pushes; then all move at once, by
/// Adam's rule (Kingma and Ba 2015) with the constants of uwot's batch mode. So a point's move depends on nothing that happens in
/// the same epoch, and the result is the same for any number of threads.
/// </remarks>
internal sealed class UmapLayout
{
    private const int Lanes = 16;
    private const int PairsAtOnce = 64;
    private const int RowsPerBlock = 64;
    private const float LargestStep = 4;
    private const float FirstDecay = 0.5f;
    private const float SecondDecay = 0.9f;

    private readonly SparseGraph _edges;
    private readonly UmapOptions _options;
    private readonly int _rows;
    private readonly int _stride;
    private readonly float _a;
    private readonly float _b;
    private readonly float _pull;
    private readonly bool _anchored;

    // Rows of _stride numbers, zeros beyond the dimensions.
    private readonly float[] _moving;
    private readonly float[] _standing;
    private readonly float[] _mean;
    private readonly float[] _square;
    private readonly Rng[] _streams;

    // Per edge: epochs between two samples, and the epoch of the next one.
    private readonly float[] _period;
    private readonly float[] _due;

    private UmapLayout(SparseGraph edges, Matrix start, Matrix? anchors, EmbeddingCurve curve, UmapOptions options, int epochs)
    {
        _edges = edges;
        _options = options;
        _rows = start.Rows;
        _stride = (start.Columns + Lanes - 1) / Lanes * Lanes;
        _a = (float)curve.A;
        _b = (float)curve.B;
        _anchored = anchors is not null;

        // An edge inside one set is sampled from both its ends, and each sample moves both ends.
        _pull = _anchored ? 1 : 2;
        _moving = Spread(start);
        _standing = Spread(anchors ?? start);
        _mean = new float[_moving.Length];
        _square = new float[_moving.Length];
        _streams = [.. Enumerable.Range(0, _rows).Select(i => Rng.Stream(options.Seed, (ulong)i))];
        _period = new float[edges.Entries];
        var largest = edges.LargestWeight;
        for (var i = 0; i < _rows; i++)
        {
            var weights = edges.WeightsOf(i);
            for (var e = 0; e < weights.Length; e++)
            {
                var period = (float)(largest / weights[e]);
                _period[edges.StartOf(i) + e] = period > epochs ? float.PositiveInfinity : period;
            }
        }

        _due = [.. _period];
    }

    /// <summary>Lays out the vertices of a graph.</summary>
    /// <param name="graph">Symmetric.</param>
    /// <param name="start">Shape [vertices × dimensions].</param>
    /// <param name="curve">How near "near" is.</param>
    /// <param name="options">Negative samples, seed and threads.</param>
    /// <param name="epochs">At least 1.</param>
    /// <param name="progress">Told the share of epochs done, or null.</param>
    /// <param name="cancellationToken">Looked at every epoch.</param>
    public static Matrix Arrange(
        SparseGraph graph, Matrix start, EmbeddingCurve curve, UmapOptions options, int epochs, IProgress<double>? progress, CancellationToken cancellationToken)
        => new UmapLayout(graph, start, null, curve, options, epochs).Run(start.Columns, epochs, 1, progress, cancellationToken);

    /// <summary>Places new points among others that do not move.</summary>
    /// <param name="edges">From each new point (row) to anchors (columns).</param>
    /// <param name="start">Shape [new points × dimensions].</param>
    /// <param name="anchors">Shape [anchors × dimensions].</param>
    /// <param name="curve">How near "near" is.</param>
    /// <param name="options">Negative samples, seed and threads.</param>
    /// <param name="epochs">At least 1.</param>
    /// <param name="cancellationToken">Looked at every epoch.</param>
    public static Matrix Settle(
        SparseGraph edges, Matrix start, Matrix anchors, EmbeddingCurve curve, UmapOptions options, int epochs, CancellationToken cancellationToken)
        => new UmapLayout(edges, start, anchors, curve, options, epochs).Run(start.Columns, epochs, 0.25f, null, cancellationToken);

    private Matrix Run(int dimensions, int epochs, float learningRate, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var steps = new float[epochs];
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            var firstCorrection = 1 - Math.Pow(FirstDecay, epoch + 1);
            var secondCorrection = 1 - Math.Pow(SecondDecay, epoch + 1);
            steps[epoch] = (float)(learningRate * (1 - ((double)epoch / epochs)) * Math.Sqrt(secondCorrection) / firstCorrection);
        }

        // Among anchors no point looks at another that moves: each row can go through all its epochs at once.
        var rounds = _anchored ? 1 : epochs;
        for (var round = 0; round < rounds; round++)
        {
            var (first, last) = _anchored ? (0, epochs) : (round, round + 1);
            ParallelRows.For(_rows, RowsPerBlock, _options.Threads, (from, to) =>
            {
                for (var i = from; i < to; i++)
                {
                    for (var epoch = first; epoch < last; epoch++)
                    {
                        Move(i, epoch, steps[epoch]);
                    }
                }
            }, cancellationToken);
            if (!_anchored)
            {
                _moving.CopyTo(_standing, 0);
            }

            progress?.Report((round + 1.0) / rounds);
        }

        var places = new Matrix(_rows, dimensions);
        for (var i = 0; i < _rows; i++)
        {
            for (var d = 0; d < dimensions; d++)
            {
                places[i, d] = _moving[(i * _stride) + d];
            }
        }

        return places;
    }

    [SkipLocalsInit]
    private void Move(int row, int epoch, float step)
    {
        Span<float> force = stackalloc float[_stride];
        Span<int> near = stackalloc int[PairsAtOnce];
        Span<int> far = stackalloc int[PairsAtOnce];
        force.Clear();
        var nearCount = 0;
        var farCount = 0;
        var strangers = _standing.Length / _stride;
        var neighbours = _edges.NeighboursOf(row);
        var due = _due.AsSpan(_edges.StartOf(row), neighbours.Length);
        var period = _period.AsSpan(_edges.StartOf(row), neighbours.Length);
        var rng = _streams[row];
        for (var e = 0; e < neighbours.Length; e++)
        {
            if (due[e] > epoch)
            {
                continue;
            }

            due[e] += period[e];
            near[nearCount++] = neighbours[e];
            if (nearCount == PairsAtOnce)
            {
                Add(row, near, true, force);
                nearCount = 0;
            }

            for (var s = 0; s < _options.NegativeSamples; s++)
            {
                var other = rng.NextInt(strangers);
                if (other == row && !_anchored)
                {
                    continue;
                }

                far[farCount++] = other;
                if (farCount == PairsAtOnce)
                {
                    Add(row, far, false, force);
                    farCount = 0;
                }
            }
        }

        Add(row, near[..nearCount], true, force);
        Add(row, far[..farCount], false, force);
        _streams[row] = rng;
        Step(row, force, step);
    }

    /// <summary>Adds the pulls of near points, or the pushes of strangers, to the force on a row.</summary>
    [SkipLocalsInit]
    private void Add(int row, ReadOnlySpan<int> others, bool near, Span<float> force)
    {
        ref var own = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_moving), row * _stride);
        ref var standing = ref MemoryMarshal.GetArrayDataReference(_standing);
        ref var total = ref MemoryMarshal.GetReference(force);
        Span<float> squares = stackalloc float[PairsAtOnce];
        Span<float> factors = stackalloc float[PairsAtOnce];
        for (var p = 0; p < others.Length; p++)
        {
            ref var there = ref Unsafe.Add(ref standing, others[p] * _stride);
            var sum = Vector512<float>.Zero;
            for (nuint v = 0; v < (nuint)_stride; v += Lanes)
            {
                var difference = Vector512.LoadUnsafe(ref own, v) - Vector512.LoadUnsafe(ref there, v);
                sum = Vector512.FusedMultiplyAdd(difference, difference, sum);
            }

            squares[p] = Distances.Sum(sum);
        }

        for (var p = 0; p < others.Length; p += Lanes)
        {
            var square = Vector512.LoadUnsafe(ref squares[p]);
            var factor = near ? Pull(square) : Push(square);
            factor.StoreUnsafe(ref factors[p]);
        }

        for (nuint v = 0; v < (nuint)_stride; v += Lanes)
        {
            var here = Vector512.LoadUnsafe(ref own, v);
            var sum = Vector512.LoadUnsafe(ref total, v);
            for (var p = 0; p < others.Length; p++)
            {
                var there = Vector512.LoadUnsafe(ref standing, v + (nuint)(others[p] * _stride));
                var pair = (here - there) * factors[p];
                sum += Vector512.Max(Vector512.Min(pair, Vector512.Create(LargestStep)), Vector512.Create(-LargestStep)) * (near ? _pull : 1);
            }

            sum.StoreUnsafe(ref total, v);
        }
    }

    /// <summary>−2ab·d^(2(b−1)) ÷ (1 + a·d^(2b)); 0 between points that coincide.</summary>
    private Vector512<float> Pull(Vector512<float> square)
    {
        var power = VectorPower.Of(square, _b);
        var joined = Vector512.FusedMultiplyAdd(Vector512.Create(_a), power, Vector512<float>.One);
        var pull = Vector512.Create(-2 * _a * _b) * power / (square * joined);
        return Vector512.ConditionalSelect(Vector512.GreaterThan(square, Vector512<float>.Zero), pull, Vector512<float>.Zero);
    }

    /// <summary>2b ÷ ((0.001 + d²)(1 + a·d^(2b))).</summary>
    private Vector512<float> Push(Vector512<float> square)
    {
        var joined = Vector512.FusedMultiplyAdd(Vector512.Create(_a), VectorPower.Of(square, _b), Vector512<float>.One);
        return Vector512.Create(2 * _b) / ((square + Vector512.Create(0.001f)) * joined);
    }

    /// <summary>Adam: moves by the running mean of the forces over the root of their running mean square.</summary>
    private void Step(int row, ReadOnlySpan<float> force, float step)
    {
        ref var total = ref MemoryMarshal.GetReference(force);
        ref var own = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_moving), row * _stride);
        ref var mean = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_mean), row * _stride);
        ref var square = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_square), row * _stride);
        for (nuint v = 0; v < (nuint)_stride; v += Lanes)
        {
            var f = Vector512.LoadUnsafe(ref total, v);
            var m = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref mean, v), Vector512.Create(FirstDecay), f * (1 - FirstDecay));
            var s = Vector512.FusedMultiplyAdd(Vector512.LoadUnsafe(ref square, v), Vector512.Create(SecondDecay), f * f * (1 - SecondDecay));
            m.StoreUnsafe(ref mean, v);
            s.StoreUnsafe(ref square, v);
            var move = m * step / (Vector512.Sqrt(s) + Vector512.Create(1e-7f));
            (Vector512.LoadUnsafe(ref own, v) + move).StoreUnsafe(ref own, v);
        }
    }

    private float[] Spread(Matrix places)
    {
        var spread = new float[places.Rows * _stride];
        for (var i = 0; i < places.Rows; i++)
        {
            for (var d = 0; d < places.Columns; d++)
            {
                spread[(i * _stride) + d] = (float)places[i, d];
            }
        }

        return spread;
    }
}
