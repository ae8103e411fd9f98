using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>The training table turned on its side and sorted once for all trees: each feature's rows in ascending order.</summary>
internal sealed class SortedColumns
{
    private SortedColumns(int rows, int[][] order, int[][] ranks, double[][] columns)
    {
        Rows = rows;
        Order = order;
        Ranks = ranks;
        Columns = columns;
    }

    public int Rows { get; }

    public int Features => Order.Length;

    /// <summary>Per feature: row numbers by ascending value, equal values by row number.</summary>
    public int[][] Order { get; }

    /// <summary>Per feature: each row's place among the distinct values, from 0.</summary>
    public int[][] Ranks { get; }

    /// <summary>Per feature: the values by row.</summary>
    public double[][] Columns { get; }

    public static SortedColumns Of(Matrix x)
    {
        var columns = Enumerable.Range(0, x.Columns).Select(x.Column).ToArray();
        var order = new int[columns.Length][];
        var ranks = new int[columns.Length][];
        for (var f = 0; f < columns.Length; f++)
        {
            var values = columns[f];
            var rows = Enumerable.Range(0, x.Rows).ToArray();
            Array.Sort(rows, (a, b) => values[a].CompareTo(values[b]) is var c and not 0 ? c : a.CompareTo(b));
            var rank = new int[rows.Length];
            for (var i = 1; i < rows.Length; i++)
            {
                rank[rows[i]] = rank[rows[i - 1]] + (values[rows[i]] > values[rows[i - 1]] ? 1 : 0);
            }

            order[f] = rows;
            ranks[f] = rank;
        }

        return new SortedColumns(x.Rows, order, ranks, columns);
    }
}
