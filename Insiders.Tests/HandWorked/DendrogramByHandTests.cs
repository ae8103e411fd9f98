using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class DendrogramByHandTests
{
    // Rows at 0, 1, 5, 7.5 on a line. 0 and 1 join at 1, 5 and 7.5 at 2.5; then the pairs: means 0.5 and 6.25, distances 5, 7.5, 4, 6.5.
    private static readonly Matrix s_points = Matrix.FromRows([[0], [1], [5], [7.5]]);

    [Theory]
    [InlineData(Linkage.Average, 5.75)]
    [InlineData(Linkage.Complete, 7.5)]
    [InlineData(Linkage.Ward, 8.131727983645295)] // √(2 · 2 · 2 ÷ 4) · 5.75
    public void Four_rows_on_a_line_join_in_pairs(Linkage linkage, double last)
    {
        var dendrogram = Hierarchical.Fit(s_points, linkage, 1, CancellationToken.None);

        Assert.Equal([new(0, 1, 1, 2), new(2, 3, 2.5, 2), new DendrogramMerge(4, 5, last, 4)], dendrogram.Merges, (a, b) => a with { Height = 0 } == b with { Height = 0 } && Math.Abs(a.Height - b.Height) < 1e-12);
        Assert.Equal([0, 0, 1, 1], dendrogram.Cut(2).Labels.AsEnumerable());
        Assert.Equal([0, 0, 1, 2], dendrogram.Cut(3).Labels.AsEnumerable());
        Assert.Equal([0, 1, 2, 3], dendrogram.Cut(4).Labels.AsEnumerable());
    }

    [Fact]
    public void More_clusters_than_rows_are_refused()
        => Assert.Contains("5", Assert.Throws<ArgumentException>(() => Hierarchical.Fit(s_points, Linkage.Ward, 1, CancellationToken.None).Cut(5)).Message, StringComparison.Ordinal);
}
