using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>A grown forest.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public sealed class ForestModel
{
    private const int TreesPerBlock = 8;
    private const int RowsPerTile = 1_024;

    internal ForestModel(ImmutableArray<RegressionTree> trees, ImmutableArray<double> importances, double? outOfBagR2)
    {
        Trees = trees;
        Importances = importances;
        OutOfBagR2 = outOfBagR2;
    }

    /// <summary>The trees, in the order of their random streams.</summary>
    public ImmutableArray<RegressionTree> Trees { get; }

    /// <summary>Share of the decrease in squared error by feature, averaged over trees; sums to 1 (all 0 if nothing was ever split).</summary>
    public ImmutableArray<double> Importances { get; }

    /// <summary>R² on rows their trees have not seen, at most 1; null without bootstrap or when the target does not vary.</summary>
    public double? OutOfBagR2 { get; }

    /// <summary>The embedding of the study: for each row the number of its leaf in each tree.</summary>
    /// <param name="x">Shape [rows × features], the features the forest was fitted on.</param>
    /// <param name="threads">Threads to use, at least 1.</param>
    /// <param name="cancellationToken">Looked at every 1,024 rows of eight trees.</param>
    /// <returns>Shape [rows × trees], whole numbers from 0.</returns>
    public Matrix Leaves(Matrix x, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        var leaves = new Matrix(x.Rows, Trees.Length);

        // A tree stays in the cache while many rows fall through it; the trees of a block write into one line of it.
        ParallelRows.For(Trees.Length, TreesPerBlock, threads, (firstTree, lastTree) =>
        {
            for (var from = 0; from < x.Rows; from += RowsPerTile)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var to = Math.Min(x.Rows, from + RowsPerTile);
                for (var t = firstTree; t < lastTree; t++)
                {
                    Trees[t].LeavesOf(x, from, to, leaves, t);
                }
            }
        }, cancellationToken);
        return leaves;
    }

    /// <summary>The mean over the trees of their prediction for one row.</summary>
    /// <param name="row">One value per feature.</param>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var tree in Trees)
        {
            sum += tree.Predict(row);
        }

        return sum / Trees.Length;
    }
}
