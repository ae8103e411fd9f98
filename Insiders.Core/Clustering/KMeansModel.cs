using Insiders.Core.Numerics;

namespace Insiders.Core.Clustering;

/// <summary>What k-means found.</summary>
/// <param name="Centres">Shape [clusters × dimensions]: the mean of each cluster.</param>
/// <param name="Partition">The nearest centre of each row.</param>
/// <param name="Inertia">Sum of squared distances of the rows to their centres.</param>
/// <param name="Iterations">Iterations of the start that won.</param>
public sealed record KMeansModel(Matrix Centres, Partition Partition, double Inertia, int Iterations)
{
    /// <summary>The nearest centre of each row; equal distances go to the lower number.</summary>
    /// <param name="points">Shape [rows × dimensions].</param>
    public Partition Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        var labels = new int[points.Rows];
        for (var i = 0; i < labels.Length; i++)
        {
            labels[i] = KMeans.Nearest(points.Row(i), Centres, out _);
        }

        return new Partition([.. labels], Centres.Rows);
    }
}
