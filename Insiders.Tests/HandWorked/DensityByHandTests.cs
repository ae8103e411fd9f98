using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Clustering.Density;
using Insiders.Core.Numerics;

namespace Insiders.Tests.HandWorked;

public sealed class DensityByHandTests
{
    // Radius 1, three within it: 1 and 2 are cores of a cluster that 0 and 3 border; 5, 5.5 and 6 are one another's; 9 is noise.
    private static readonly Matrix s_points = Matrix.FromRows([[9], [0], [1], [2], [3], [5], [5.5], [6]]);

    [Fact]
    public void Cores_borders_and_noise_are_told_apart()
    {
        var model = Dbscan.Fit(s_points, 1, 3, 1, CancellationToken.None);

        Assert.Equal([Partition.Noise, 0, 0, 0, 0, 1, 1, 1], model.Partition.Labels.AsEnumerable());
        Assert.Equal((5, 2), (model.CoreRows, model.ClusterCount));
    }

    [Fact]
    public void New_rows_join_the_cluster_whose_cores_are_near()
        => Assert.Equal(
            [0, Partition.Noise, 1, Partition.Noise], // 3.1 is near 3, which is no core
            Dbscan.Fit(s_points, 1, 3, 1, CancellationToken.None).Predict(Matrix.FromRows([[0.5], [3.1], [6.8], [40]]), 1, CancellationToken.None).Labels.AsEnumerable());

    // Distances to the nearest: four times 1, then 3 and 10. Both axes scaled, the fourth is 0.6 below the line, the fifth 0.8 − 2/9.
    [Fact]
    public void The_suggested_radius_is_the_knee_of_the_curve()
    {
        var distances = KDistances.Of(Matrix.FromRows([[0], [1], [10], [11], [14], [24]]), 1, 1, CancellationToken.None);

        Assert.Equal([1, 1, 1, 1, 3, 10], distances.Sorted.AsEnumerable());
        Assert.Equal(1, distances.SuggestedRadius);
    }

    // Core distances, third row of three: 2, 1, 2. So 0 and 2 reach 1 only at 2, and the groups part at 8: each loses its three rows at ½ after a birth at ⅛.
    [Fact]
    public void Stability_is_how_long_rows_stay_together()
    {
        var model = Hdbscan.Fit(Matrix.FromRows([[0], [1], [2], [10], [11], [12]]), 3, 1, CancellationToken.None);

        Assert.Equal([0, 0, 0, 1, 1, 1], model.Partition.Labels.AsEnumerable());
        Assert.Equal([1.125, 1.125], model.Stabilities.AsEnumerable()); // 3 · (½ − ⅛)
    }

    [Fact]
    public void Rows_that_never_part_are_noise()
        => Assert.All(Hdbscan.Fit(Matrix.FromRows([[0], [1], [2], [3]]), 3, 1, CancellationToken.None).Partition.Labels, label => Assert.Equal(Partition.Noise, label));
}
