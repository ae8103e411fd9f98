using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Rows in disjoint sets that are joined one by one (Tarjan 1975). Which sets there are in the end does not depend on the order of joins.</summary>
internal sealed class RowSets(int rows)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, rows)];
    private readonly int[] _sizes = [.. Enumerable.Repeat(1, rows)];

    /// <summary>A row that stands for the row's set, until the set is joined.</summary>
    public int Find(int row)
    {
        while (_parents[row] != row)
        {
            row = _parents[row] = _parents[_parents[row]];
        }

        return row;
    }

    public int SizeOf(int row) => _sizes[Find(row)];

    /// <summary>Joins the sets of two rows.</summary>
    public void Join(int a, int b)
    {
        (a, b) = (Find(a), Find(b));
        if (a == b)
        {
            return;
        }

        (a, b) = _sizes[a] >= _sizes[b] ? (a, b) : (b, a);
        _parents[b] = a;
        _sizes[a] += _sizes[b];
    }

    /// <summary>The sets as clusters, numbered by their first rows.</summary>
    /// <param name="clusters">Number of clusters, at least that of sets.</param>
    public Partition AsPartition(int clusters)
    {
        var numbers = new Dictionary<int, int>();
        var labels = ImmutableArray.CreateBuilder<int>(_parents.Length);
        for (var i = 0; i < _parents.Length; i++)
        {
            var set = Find(i);
            numbers.TryAdd(set, numbers.Count);
            labels.Add(numbers[set]);
        }

        return new Partition(labels.MoveToImmutable(), clusters);
    }
}
