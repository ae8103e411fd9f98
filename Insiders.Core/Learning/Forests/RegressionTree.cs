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
}
