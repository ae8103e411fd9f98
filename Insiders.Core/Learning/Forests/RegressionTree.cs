using System.Runtime.CompilerServices;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>A grown tree: nodes numbered depth-first, left before right, the root 0.</summary>
/// <remarks>The left child of an inner node is the next number; a leaf has no feature. Immutable, safe for any number of threads.</remarks>
public sealed class RegressionTree
{
    /// <summary>The feature number of a leaf.</summary>
    public const int Leaf = -1;

    private readonly int[] _features;
    private readonly double[] _thresholds;
    private readonly int[] _rights;
    private readonly double[] _values;

    internal RegressionTree(int[] features, double[] thresholds, int[] rights, double[] values)
    {
        _features = features;
        _thresholds = thresholds;
        _rights = rights;
        _values = values;
    }

    /// <summary>Feature each node asks about; <see cref="Leaf"/> for a leaf.</summary>
    public ReadOnlySpan<int> Features => _features;

    /// <summary>A row whose feature is at most this goes left. 0 for a leaf.</summary>
    public ReadOnlySpan<double> Thresholds => _thresholds;

    /// <summary>Mean target of the training rows in each node.</summary>
    public ReadOnlySpan<double> NodeMeans => _values;

    /// <summary>Nodes, leaves included.</summary>
    public int NodeCount => _features.Length;

    /// <summary>Leaves.</summary>
    public int LeafCount => (_features.Length + 1) / 2;

    /// <summary>Steps from the root to the deepest leaf.</summary>
    public int Depth
    {
        get
        {
            var depths = new int[NodeCount];
            var deepest = 0;
            for (var node = 0; node < NodeCount; node++)
            {
                deepest = Math.Max(deepest, depths[node]);
                if (_features[node] != Leaf)
                {
                    depths[node + 1] = depths[node] + 1;
                    depths[_rights[node]] = depths[node] + 1;
                }
            }

            return deepest;
        }
    }

    /// <summary>The number of the leaf a row falls into.</summary>
    /// <param name="row">One value per feature the tree was grown with.</param>
    public int LeafOf(ReadOnlySpan<double> row)
    {
        var node = 0;
        while (_features[node] >= 0)
        {
            node = row[_features[node]] <= _thresholds[node] ? node + 1 : _rights[node];
        }

        return node;
    }

    /// <summary>The mean target of the leaf a row falls into.</summary>
    /// <param name="row">One value per feature the tree was grown with.</param>
    public double Predict(ReadOnlySpan<double> row) => _values[LeafOf(row)];

    /// <summary>Writes the leaves of some rows into a column.</summary>
    internal void LeavesOf(Matrix x, int from, int to, Matrix leaves, int column)
    {
        // Four rows fall side by side: each waits for memory, and none for the others.
        var i = from;
        for (; i + 4 <= to; i += 4)
        {
            var a = x.Row(i);
            var b = x.Row(i + 1);
            var c = x.Row(i + 2);
            var d = x.Row(i + 3);
            int atA = 0, atB = 0, atC = 0, atD = 0;
            bool moved;
            do
            {
                moved = Fall(a, ref atA) | Fall(b, ref atB) | Fall(c, ref atC) | Fall(d, ref atD);
            }
            while (moved);

            leaves[i, column] = atA;
            leaves[i + 1, column] = atB;
            leaves[i + 2, column] = atC;
            leaves[i + 3, column] = atD;
        }

        for (; i < to; i++)
        {
            leaves[i, column] = LeafOf(x.Row(i));
        }
    }

    /// <summary>One step down; false on a leaf.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Fall(ReadOnlySpan<double> row, ref int node)
    {
        var feature = _features[node];
        if (feature < 0)
        {
            return false;
        }

        // No branch on the comparison: which way a row goes cannot be foreseen.
        var right = _rights[node];
        node = right ^ ((right ^ (node + 1)) & -(row[feature] <= _thresholds[node] ? 1 : 0));
        return true;
    }
}
