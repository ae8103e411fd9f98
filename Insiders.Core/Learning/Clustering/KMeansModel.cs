using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Clustering;

/// <summary>What k-means found.</summary>
/// <param name="Centres">Shape [clusters × dimensions]: the mean of each cluster.</param>
/// <param name="Partition">The nearest centre of each row.</param>
/// <param name="Inertia">Sum of squared distances of the rows to their centres.</param>
/// <param name="Iterations">Iterations of the start that won.</param>
/// <param name="Converged">False when its limit of iterations came first.</param>
public sealed record KMeansModel(Matrix Centres, Partition Partition, double Inertia, int Iterations, bool Converged) : IPlacingModel
{
    /// <inheritdoc/>
    public ImmutableSortedDictionary<string, double> Scores => ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.Inertia, Inertia);

    /// <summary>The nearest centre of each row; equal distances go to the lower number.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <exception cref="ArgumentException">The dimensions differ from the model's.</exception>
    public Partition Predict(Matrix points)
    {
        ArgumentNullException.ThrowIfNull(points);
        if (points.Columns != Centres.Columns)
        {
            throw new ArgumentException($"Points have {points.Columns} dimensions where the centres have {Centres.Columns}.", nameof(points));
        }

        var labels = new int[points.Rows];
        KMeans.Assign(new PaddedRows(points), new PaddedRows(Centres), labels, new double[points.Rows]);
        return new Partition([.. labels], Centres.Rows);
    }

    /// <inheritdoc/>
    Partition IPlacingModel.Predict(Matrix points, int threads, CancellationToken cancellationToken) => Predict(points);
}
