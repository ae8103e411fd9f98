using Insiders.Core.Learning.Forests;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

/// <summary>Trees without bootstrap on a handful of rows: every number can be checked on paper.</summary>
public sealed class TreeByHandTests
{
    // One feature, six rows. First split: the sum of (sum² ÷ rows) is largest between 3 and 10 (left 1 2 3 → 0 0 3, right 10 11 12 → 9 9 12).
    // Left 3 rows: {1, 2} pure against {3}; right: {10, 11} pure against {12}.
    //        0: x ≤ 6.5
    //    1: x ≤ 2.5        4: x ≤ 11.5
    //  2 (0)    3 (3)    5 (9)     6 (12)
    private static readonly Matrix s_rows = Matrix.FromRows([[1], [2], [3], [10], [11], [12]]);
    private static readonly double[] s_target = [0, 0, 3, 9, 9, 12];

    [Fact]
    public void Nodes_are_numbered_depth_first_left_before_right()
    {
        var tree = Fit(s_rows, s_target).Trees[0];

        Assert.Equal([0, 0, RegressionTree.Leaf, RegressionTree.Leaf, 0, RegressionTree.Leaf, RegressionTree.Leaf], tree.Features.ToArray());
        Assert.Equal([6.5, 2.5, 0, 0, 11.5, 0, 0], tree.Thresholds.ToArray());
        Assert.Equal([5.5, 1, 0, 3, 10, 9, 12], tree.NodeMeans.ToArray());
        Assert.Equal((7, 4, 2), (tree.NodeCount, tree.LeafCount, tree.Depth));
    }

    [Fact]
    public void The_embedding_of_a_row_is_the_number_of_its_leaf_in_each_tree()
    {
        var forest = Fit(s_rows, s_target, trees: 2);

        var leaves = forest.Leaves(Matrix.FromRows([[1], [2.5], [2.6], [6.5], [7], [99]]), 1, CancellationToken.None);

        Assert.Equal((6, 2), (leaves.Rows, leaves.Columns));
        Assert.Equal([2, 2, 3, 3, 5, 6], leaves.Column(0)); // breadth-first numbers would be 3, 3, 4, 4, 5, 6
        Assert.Equal(leaves.Column(0), leaves.Column(1));
        Assert.Equal(9, forest.Predict([7]));
    }

    [Fact]
    public void The_feature_that_explains_more_is_asked_first_and_importances_are_shares_of_the_decrease()
    {
        // Column 1 splits 0 0 | 9 9 and leaves nothing; column 0 would leave 40.5. A third column never varies.
        var forest = Fit(Matrix.FromRows([[1, 5, 7], [2, 6, 7], [1, 8, 7], [2, 9, 7]]), [0, 0, 9, 9]);

        Assert.Equal([1, RegressionTree.Leaf, RegressionTree.Leaf], forest.Trees[0].Features.ToArray());
        Assert.Equal([0, 1, 0], forest.Importances.AsEnumerable());
    }

    [Fact]
    public void A_leaf_holds_at_least_so_many_rows()
    {
        var tree = Fit(s_rows, s_target, minimumLeaf: 3).Trees[0];

        Assert.Equal((3, 1), (tree.NodeCount, tree.Depth));
        Assert.Equal([5.5, 1, 10], tree.NodeMeans.ToArray());
    }

    [Fact]
    public void Equal_rows_with_unlike_targets_share_a_leaf()
        => Assert.Equal([2, 1, 4], Fit(Matrix.FromRows([[4], [4], [5]]), [0, 2, 4]).Trees[0].NodeMeans.ToArray());

    [Fact]
    public void Two_neighbouring_numbers_are_told_apart()
    {
        var above = Math.BitIncrement(1.0);

        var leaves = Fit(Matrix.FromRows([[1], [above]]), [0, 1]).Leaves(Matrix.FromRows([[1], [above]]), 1, CancellationToken.None);

        Assert.Equal([1, 2], leaves.Column(0)); // 1 and 1 if half the way between them, rounded up, were the threshold
    }

    [Fact]
    public void A_target_that_does_not_vary_grows_no_tree()
    {
        var forest = RandomForest.Fit(s_rows, [4, 4, 4, 4, 4, 4], new ForestOptions { Trees = 3 }, null, CancellationToken.None);

        Assert.All(forest.Trees, tree => Assert.Equal(1, tree.NodeCount));
        Assert.Null(forest.OutOfBagR2);
        Assert.Equal([0], forest.Importances.AsEnumerable());
    }

    [Fact]
    public void Counts_that_do_not_fit_and_values_that_are_no_numbers_are_refused()
    {
        Assert.Contains("5 targets", Assert.Throws<ArgumentException>(() => Fit(s_rows, s_target[..5])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 2", Assert.Throws<ArgumentException>(() => Fit(s_rows, [0, 0, double.NaN, 1, 1, 1])).Message, StringComparison.Ordinal);
        Assert.Contains("Row 1", Assert.Throws<ArgumentException>(() => Fit(Matrix.FromRows([[1], [double.NaN]]), [0, 1])).Message, StringComparison.Ordinal);
    }

    private static ForestModel Fit(Matrix x, double[] target, int trees = 1, int minimumLeaf = 1)
        => RandomForest.Fit(x, target, new ForestOptions { Trees = trees, Bootstrap = false, MinimumLeaf = minimumLeaf, Threads = 1 }, null, CancellationToken.None);
}
