using System.Runtime.CompilerServices;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>Grows trees whose thresholds are drawn between the lowest and the highest value of a feature in a node, instead of searched for.</summary>
/// <remarks>Of so many features, in random order, the split that leaves the least squared error is taken: with all of them extra trees, with one totally random trees.</remarks>
internal sealed class RandomSplitGrower : ITreeGrower
{
    private readonly double[][] _columns;
    private readonly double[] _target;
    private readonly int _tried;
    private readonly int _minimumLeaf;
    private readonly int _depth;

    private readonly int[] _rows;
    private readonly double[] _weights;
    private readonly double[] _importances;

    private readonly int[] _features;
    private readonly double[] _thresholds;
    private readonly int[] _rights;
    private readonly double[] _values;
    private int _nodes;
    private Rng _rng;

    /// <param name="columns">Values by feature.</param>
    /// <param name="target">One value per row.</param>
    /// <param name="tried">Features that vary in a node and are tried, at least 1.</param>
    /// <param name="minimumLeaf">Rows a leaf must hold.</param>
    /// <param name="depth">Splits from the root to a leaf at most.</param>
    public RandomSplitGrower(double[][] columns, double[] target, int tried, int minimumLeaf, int depth)
    {
        _columns = columns;
        _target = target;
        _tried = tried;
        _minimumLeaf = minimumLeaf;
        _depth = depth;
        _rows = new int[target.Length];
        _weights = new double[target.Length];
        _importances = new double[columns.Length];
        _features = new int[2 * target.Length];
        _thresholds = new double[2 * target.Length];
        _rights = new int[2 * target.Length];
        _values = new double[2 * target.Length];
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
            if (counts[i] > 0)
            {
                _rows[rows++] = i;
            }
        }

        Span<int> features = stackalloc int[_columns.Length];
        for (var f = 0; f < features.Length; f++)
        {
            features[f] = f;
        }

        GrowNode(0, rows, 0, features);
        return new RegressionTree(_features[.._nodes], _thresholds[.._nodes], _rights[.._nodes], _values[.._nodes]);
    }

    private int GrowNode(int from, int to, int depth, ReadOnlySpan<int> parentFeatures)
    {
        var node = _nodes++;
        double sum = 0, weight = 0, lowest = double.PositiveInfinity, highest = double.NegativeInfinity;
        foreach (var row in _rows.AsSpan(from, to - from))
        {
            sum += _weights[row] * _target[row];
            weight += _weights[row];
            lowest = Math.Min(lowest, _target[row]);
            highest = Math.Max(highest, _target[row]);
        }

        _features[node] = RegressionTree.Leaf;
        _thresholds[node] = 0;
        _rights[node] = 0;
        _values[node] = sum / weight;
        if (depth == _depth || lowest == highest || weight < 2 * _minimumLeaf)
        {
            return node;
        }

        Span<int> features = stackalloc int[parentFeatures.Length];
        parentFeatures.CopyTo(features);
        var split = FindSplit(from, to, sum, weight, ref features);
        if (split.Feature < 0)
        {
            return node;
        }

        var middle = Divide(from, to, split);
        _features[node] = split.Feature;
        _thresholds[node] = split.Threshold;
        _importances[split.Feature] += split.Score - (sum * sum / weight);
        RuntimeHelpers.EnsureSufficientExecutionStack();
        GrowNode(from, middle, depth + 1, features);
        _rights[node] = GrowNode(middle, to, depth + 1, features);
        return node;
    }

    /// <summary>Tries features in random order; those that do not vary are taken out of the list, here and below.</summary>
    private Split FindSplit(int from, int to, double sum, double weight, ref Span<int> features)
    {
        var best = new Split(-1, 0, double.NegativeInfinity);
        for (int i = 0, tried = 0; i < features.Length && tried < _tried;)
        {
            var pick = i + _rng.NextInt(features.Length - i);
            (features[i], features[pick]) = (features[pick], features[i]);
            var column = _columns[features[i]];
            var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
            foreach (var row in _rows.AsSpan(from, to - from))
            {
                low = Math.Min(low, column[row]);
                high = Math.Max(high, column[row]);
            }

            if (low == high)
            {
                features[i] = features[^1];
                features = features[..^1];
                continue;
            }

            var threshold = low + (_rng.NextDouble() * (high - low));
            Score(from, to, sum, weight, features[i], threshold < high ? threshold : low, ref best);
            i++;
            tried++;
        }

        return best;
    }

    private void Score(int from, int to, double sum, double weight, int feature, double threshold, ref Split best)
    {
        var column = _columns[feature];
        double leftSum = 0, leftWeight = 0;
        foreach (var row in _rows.AsSpan(from, to - from))
        {
            // No branch on the comparison: which way a row goes cannot be foreseen.
            var share = column[row] <= threshold ? _weights[row] : 0;
            leftWeight += share;
            leftSum += share * _target[row];
        }

        if (leftWeight < _minimumLeaf || weight - leftWeight < _minimumLeaf)
        {
            return;
        }

        var rightSum = sum - leftSum;
        var score = (leftSum * leftSum / leftWeight) + (rightSum * rightSum / (weight - leftWeight));
        best = score > best.Score ? new Split(feature, threshold, score) : best;
    }

    private int Divide(int from, int to, Split split)
    {
        var column = _columns[split.Feature];
        var left = from;
        for (var i = from; i < to; i++)
        {
            if (column[_rows[i]] <= split.Threshold)
            {
                (_rows[left], _rows[i]) = (_rows[i], _rows[left]);
                left++;
            }
        }

        return left;
    }

    private readonly record struct Split(int Feature, double Threshold, double Score);
}
