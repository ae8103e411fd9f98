using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class SilhouetteByHandTests
{
    private static readonly Matrix s_three = Matrix.FromRows([[0, 0], [0.1, 0], [10, 0]]);

    [Fact]
    public void A_row_alone_in_its_cluster_scores_0()
    {
        var score = Score(s_three, 0, 0, 1);

        // (10 − 0.1) ÷ 10, (9.9 − 0.1) ÷ 9.9, 0.
        Assert.Equal(0.659966, score.Mean!.Value, 1e-6); // 0.993300 if singletons count as 1
        Assert.Equal([0.99, 9.8 / 9.9, 0], score.Rows, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Fewer_than_2_clusters_or_more_than_n_minus_1_have_no_score()
    {
        Assert.Null(Score(s_three, 0, 0, 0).Mean);
        Assert.Null(Score(s_three, 0, 1, 2).Mean); // 1 in Smile; 0 if each row alone counts as 0
        Assert.All(Score(s_three, 0, 1, 2).Rows, row => Assert.True(double.IsNaN(row)));
        Assert.NotNull(Score(s_three, 0, 0, 2).Mean); // an empty cluster between the two is none
    }

    [Fact]
    public void Noise_is_left_out_and_its_share_told()
    {
        var points = Matrix.FromRows([[0, 0], [5, 0], [0.1, 0], [10, 0]]);

        var score = Score(points, 0, Partition.Noise, 0, 1);

        Assert.Equal(0.659966, score.Mean!.Value, 1e-6); // 0.494975 if noise counts as 0, less still if it is a cluster
        Assert.True(double.IsNaN(score.Rows[1]));
        Assert.Equal(0.25, score.NoiseShare);
    }

    [Fact]
    public void Noise_does_not_make_up_for_a_missing_cluster()
    {
        Assert.Null(Score(s_three, 0, 0, Partition.Noise).Mean);
        Assert.Null(Score(s_three, Partition.Noise, Partition.Noise, Partition.Noise).Mean);
        Assert.Null(Score(s_three, 0, 1, Partition.Noise).Mean); // two clusters of one among two rows
    }

    [Fact]
    public void A_row_that_lies_on_both_clusters_scores_0()
        => Assert.Equal([0, 0, 0, 0], Score(Matrix.FromRows([[1], [1], [1], [1]]), 0, 0, 1, 1).Rows.AsEnumerable()); // NaN if 0 ÷ 0 is left standing

    [Fact]
    public void Many_partitions_score_as_each_alone()
    {
        var points = Matrix.FromRows([.. Enumerable.Range(0, 21).Select(i => new[] { i * i % 17, i % 5 * 0.3, i })]);
        Partition[] partitions = [.. Enumerable.Range(2, 6).Select(k => new Partition([.. Enumerable.Range(0, 21).Select(i => i * i % k)], k))];

        var together = Silhouette.ScoreAll(points, partitions, 2, null, CancellationToken.None);

        Assert.All(partitions.Zip(together), pair => Assert.Equal(Silhouette.Score(points, pair.First, 1, CancellationToken.None).Rows.AsEnumerable(), pair.Second.Rows));
    }

    [Fact]
    public void A_label_too_few_is_refused_with_both_counts()
    {
        var error = Assert.Throws<ArgumentException>(() => Score(s_three, 0, 1));

        Assert.Contains("2 labels", error.Message, StringComparison.Ordinal);
        Assert.Contains("3 rows", error.Message, StringComparison.Ordinal);
    }

    private static SilhouetteScore Score(Matrix points, params int[] labels)
        => Silhouette.Score(points, new Partition([.. labels], Math.Max(0, labels.Max()) + 1), 2, CancellationToken.None);
}
