using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Learning.Sweep;

public sealed class ClusterSweepTests
{
    private static readonly Matrix s_five = Blobs.Of(400, 5, 3);
    private static readonly SweepMethod s_mixture = SweepMethod.Of(new MixtureOptions(), MethodCatalog.All);

    [Fact]
    public void The_true_number_of_groups_wins_and_every_number_is_told()
    {
        var result = Run(s_five, 2, 9);

        Assert.Equal(Enumerable.Range(2, 8), result.Candidates.Select(candidate => candidate.ClusterCount));
        Assert.Equal(5, result.Winner.ClusterCount);
        Assert.Equal([result.Winner], result.Candidates.Where(candidate => candidate.IsWinner));
        Assert.Equal(result.Candidates.Max(candidate => candidate.Silhouette), result.Winner.Silhouette);
        Assert.Equal(result.Winner.Silhouette, Silhouette.Score(s_five, result.Model.Partition, 1, CancellationToken.None).Mean);
        Assert.Equal(Enumerable.Range(0, 400), result.Scored);
    }

    [Fact]
    public void Above_the_sample_size_the_score_is_that_of_the_sample()
    {
        var result = ClusterSweep.Run(s_five, new SweepOptions { Minimum = 4, Maximum = 6, SilhouetteSample = 100 }, [s_mixture], 2, null, CancellationToken.None);

        Assert.Equal(5, result.Winner.ClusterCount);
        Assert.Equal(100, result.Scored.Length);
        Assert.Equal(100, result.Score.Rows.Length);
        Assert.Equal(400, result.Model.Partition.Labels.Length);
        var sampled = new Partition([.. result.Scored.Select(i => result.Model.Partition.Labels[i])], 5);
        Assert.Equal(result.Winner.Silhouette, Silhouette.Score(s_five.SelectRows([.. result.Scored]), sampled, 1, CancellationToken.None).Mean);
    }

    [Fact]
    public void Numbers_that_are_not_below_the_number_of_rows_are_left_out()
        => Assert.Equal([2, 3], Run(Matrix.FromRows([[0], [0.1], [5], [5.1]]), 2, 9).Candidates.Select(candidate => candidate.ClusterCount));

    [Fact]
    public void Too_few_rows_and_rows_all_alike_are_refused_in_words()
    {
        Assert.Contains("too few", Assert.Throws<ArgumentException>(() => Run(Blobs.Of(12, 2, 2), 12, 36)).Message, StringComparison.Ordinal);
        Assert.Contains("all alike", Assert.Throws<ArgumentException>(() => Run(new Matrix(30, 2), 2, 4)).Message, StringComparison.Ordinal);
    }

    private static SweepResult Run(Matrix points, int minimum, int maximum)
        => ClusterSweep.Run(points, new SweepOptions { Minimum = minimum, Maximum = maximum }, [s_mixture], 2, null, CancellationToken.None);
}
