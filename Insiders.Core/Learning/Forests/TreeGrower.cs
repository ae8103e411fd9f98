using System.Runtime.CompilerServices;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Grows one regression tree after another over the same sorted columns, keeping its working memory.</summary>
/// <remarks>
/// Every feature's rows stay sorted from the root to the leaves: a split divides each feature's stretch in two and keeps the
/// order, so a node costs one scan per feature instead of one sort. A feature that is constant in a node is constant below it
/// and is not carried further.
/// </remarks>
internal sealed class TreeGrower : ITreeGrower
{
    private readonly SortedColumns _sorted;
    private readonly double[] _target;
    private readonly int _minimumLeaf;

    // Per feature, a stretch per node: the row in the low half, its rank in the high half.
    private readonly ulong[][] _entries;
    private readonly ulong[] _rightSide;
    private readonly double[] _weights;
    private readonly double[] _weightedTargets;
    private readonly bool[] _goesLeft;
    private readonly double[] _importances;

    private readonly int[] _features;
    private readonly double[] _thresholds;
    private readonly int[] _rights;
    private readonly double[] _values;
    private int _nodes;
    private Rng _rng;

    public TreeGrower(SortedColumns sorted, double[] target, int minimumLeaf)
    {
        _sorted = sorted;
        _target = target;
        _minimumLeaf = minimumLeaf;
        _entries = [.. Enumerable.Range(0, sorted.Features).Select(_ => new ulong[sorted.Rows])];
        _rightSide = new ulong[sorted.Rows];
        _weights = new double[sorted.Rows];
        _weightedTargets = new double[sorted.Rows];
        _goesLeft = new bool[sorted.Rows];
        _importances = new double[sorted.Features];
        _features = new int[2 * sorted.Rows];
        _thresholds = new double[2 * sorted.Rows];
        _rights = new int[2 * sorted.Rows];
        _values = new double[2 * sorted.Rows];
    }

    public ReadOnlySpan<double> Importances => _importances;

    public RegressionTree Grow(ReadOnlySpan<int> counts, Rng rng)
    {
        _rng = rng;
        _nodes = 0;
        Array.Clear(_importances);
        var rows = 0;
        for (var i = 0; i < counts.Length; i++)
        {
            _weights[i] = counts[i];
            _weightedTargets[i] = counts[i] * _target[i];
            rows += counts[i] > 0 ? 1 : 0;
        }

        Span<int> features = stackalloc int[_sorted.Features];
        for (var f = 0; f < _sorted.Features; f++)
        {
            features[f] = f;
            var entries = _entries[f];
            var ranks = _sorted.Ranks[f];
            var next = 0;
            foreach (var row in _sorted.Order[f])
            {
                if (counts[row] > 0)
                {
                    entries[next++] = ((ulong)(uint)ranks[row] << 32) | (uint)row;
                }
            }
        }

        GrowNode(0, rows, features);
        return new RegressionTree(_features[.._nodes], _thresholds[.._nodes], _rights[.._nodes], _values[.._nodes]);
    }

    private int GrowNode(int from, int to, ReadOnlySpan<int> parentFeatures)
    {
        var node = _nodes++;
        var sum = 0.0;
        var weight = 0.0;
        var lowest = double.PositiveInfinity;
        var highest = double.NegativeInfinity;
        foreach (var entry in _entries[parentFeatures[0]].AsSpan(from, to - from))
        {
            var row = (uint)entry;
            sum += _weightedTargets[row];
            weight += _weights[row];
            lowest = Math.Min(lowest, _target[row]);
            highest = Math.Max(highest, _target[row]);
        }

        _features[node] = RegressionTree.Leaf;
        _thresholds[node] = 0;
        _rights[node] = 0;
        _values[node] = sum / weight;
        if (lowest == highest || weight < 2 * _minimumLeaf)
        {
            return node;
        }

        Span<int> features = stackalloc int[parentFeatures.Length];
        var split = FindSplit(from, to, sum, weight, parentFeatures, features, out var varying);
        if (split.Feature < 0)
        {
            return node;
        }

        features = features[..varying];
        var middle = from + split.Count;
        Divide(from, to, split, features);
        _features[node] = split.Feature;
        _thresholds[node] = Threshold(_entries[split.Feature], middle, split.Feature);
        _importances[split.Feature] += split.Score - (sum * sum / weight);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        GrowNode(from, middle, features);
        _rights[node] = GrowNode(middle, to, features);
        return node;
    }

    /// <summary>The split that leaves the least squared error; features in random order, so that ties fall to any of them.</summary>
    private Split FindSplit(int from, int to, double sum, double weight, ReadOnlySpan<int> parentFeatures, Span<int> features, out int varying)
    {
        varying = 0;
        foreach (var f in parentFeatures)
        {
            if (_entries[f][from] >> 32 != _entries[f][to - 1] >> 32)
            {
                features[varying++] = f;
            }
        }

        var best = new Split(-1, 0, double.NegativeInfinity);
        for (var i = 0; i < varying; i++)
        {
            var pick = i + _rng.NextInt(varying - i);
            (features[i], features[pick]) = (features[pick], features[i]);
            Scan(from, to, sum, weight, features[i], ref best);
        }

        return best;
    }

    private void Scan(int from, int to, double sum, double weight, int feature, ref Split best)
    {
        var entries = _entries[feature].AsSpan(from, to - from);
        var weights = _weights;
        var weightedTargets = _weightedTargets;
        var leftSum = 0.0;
        var leftWeight = 0.0;
        var minimum = (double)_minimumLeaf;
        for (var i = 0; i < entries.Length - 1; i++)
        {
            var row = (uint)entries[i];
            leftSum += weightedTargets[row];
            leftWeight += weights[row];
            if (entries[i] >> 32 == entries[i + 1] >> 32 || leftWeight < minimum || weight - leftWeight < minimum)
            {
                continue;
            }

            var rightSum = sum - leftSum;
            var score = (leftSum * leftSum / leftWeight) + (rightSum * rightSum / (weight - leftWeight));
            if (score > best.Score)
            {
                best = new Split(feature, i + 1, score);
            }
        }
    }

    private void Divide(int from, int to, Split split, ReadOnlySpan<int> features)
    {
        var chosen = _entries[split.Feature].AsSpan(from, to - from);
        for (var i = 0; i < chosen.Length; i++)
        {
            _goesLeft[(uint)chosen[i]] = i < split.Count;
        }

        foreach (var f in features)
        {
            if (f == split.Feature)
            {
                continue;
            }

            // Both sides are written each time and one of the two pens moves on: no branch to mispredict.
            var entries = _entries[f].AsSpan(from, to - from);
            var left = 0;
            var right = 0;
            for (var i = 0; i < entries.Length; i++)
            {
                var entry = entries[i];
                var goesLeft = _goesLeft[(uint)entry] ? 1 : 0;
                entries[left] = entry;
                _rightSide[right] = entry;
                left += goesLeft;
                right += 1 - goesLeft;
            }

            _rightSide.AsSpan(0, right).CopyTo(entries[left..]);
        }
    }

    private double Threshold(ulong[] entries, int middle, int feature)
    {
        var below = _sorted.Columns[feature][(uint)entries[middle - 1]];
        var above = _sorted.Columns[feature][(uint)entries[middle]];
        var half = below + ((above - below) / 2);

        // Two neighbouring doubles have no number between them: the lower one divides them as well.
        return half < above ? half : below;
    }

    private readonly record struct Split(int Feature, int Count, double Score);
}
