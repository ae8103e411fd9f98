using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Forests;

/// <summary>A grown forest.</summary>
/// <remarks>Immutable, safe for any number of threads.</remarks>
public sealed class ForestModel
{
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
    /// <param name="cancellationToken">Looked at every 64 rows.</param>
    /// <returns>Shape [rows × trees], whole numbers from 0.</returns>
    public Matrix Leaves(Matrix x, int threads, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(x);
        var leaves = new Matrix(x.Rows, Trees.Length);
        ParallelRows.For(x.Rows, 64, threads, (from, to) =>
        {
            for (var t = 0; t < Trees.Length; t++)
            {
                var tree = Trees[t];
                for (var i = from; i < to; i++)
                {
                    leaves.Row(i)[t] = tree.LeafOf(x.Row(i));
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
