using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Which clusters were joined at which height, from single rows to all together.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public sealed class Dendrogram
{
    private Dendrogram(int rows, ImmutableArray<DendrogramMerge> merges)
    {
        Rows = rows;
        Merges = merges;
    }

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>By ascending height, one fewer than there are rows; numbered as scipy's linkage matrices are.</summary>
    public ImmutableArray<DendrogramMerge> Merges { get; }

    /// <summary>Puts joins of rows in order: each joins the clusters that two rows are in by then.</summary>
    /// <param name="rows">Number of rows, at least 1.</param>
    /// <param name="joins">Pairs of rows with their heights in any order, one fewer than there are rows, which join all; equal heights keep their order.</param>
    internal static Dendrogram Of(int rows, IEnumerable<(int A, int B, double Height)> joins)
    {
        var sets = new RowSets(rows);
        int[] numbers = [.. Enumerable.Range(0, rows)];
        var merges = ImmutableArray.CreateBuilder<DendrogramMerge>(rows - 1);
        foreach (var (a, b, height) in joins.OrderBy(join => join.Height))
        {
            var (first, second) = (numbers[sets.Find(a)], numbers[sets.Find(b)]);
            sets.Join(a, b);
            numbers[sets.Find(a)] = rows + merges.Count;
            merges.Add(new DendrogramMerge(Math.Min(first, second), Math.Max(first, second), height, sets.SizeOf(a)));
        }

        return new Dendrogram(rows, merges.MoveToImmutable());
    }

    /// <summary>Undoes the last merges until there are so many clusters.</summary>
    /// <param name="clusters">1 to the number of rows.</param>
    /// <returns>Clusters numbered by their first rows. Rows at distance 0 are never told apart: then some clusters are empty.</returns>
    /// <exception cref="ArgumentException">There are fewer rows.</exception>
    public Partition Cut(int clusters)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(clusters, 1);
        if (clusters > Rows)
        {
            throw new ArgumentException($"{clusters} clusters cannot be found in {Rows} rows.", nameof(clusters));
        }

        var sets = new RowSets(Rows);
        int[] someRow = [.. Enumerable.Range(0, Rows), .. Merges.Select(_ => 0)];
        for (var m = 0; m < Merges.Length && (m < Rows - clusters || Merges[m].Height == 0); m++)
        {
            someRow[Rows + m] = someRow[Merges[m].First];
            sets.Join(someRow[Merges[m].First], someRow[Merges[m].Second]);
        }

        return sets.AsPartition(clusters);
    }
}
