using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;

namespace Insiders.Core.Pipeline;

/// <summary>The groups of a run's customers, however they were found.</summary>
/// <param name="Partition">One label per customer, in any order of numbers.</param>
/// <param name="Coordinates">Shape [customers × 2]: the projection.</param>
/// <param name="Candidates">What was tried.</param>
/// <param name="ClusterCount">Clusters of the winner.</param>
/// <param name="Silhouette">Its mean silhouette; 0 where there is one group.</param>
/// <param name="CustomerSilhouettes">One value per customer; NaN where it was not scored.</param>
internal sealed record FoundGroups(
    Partition Partition, Matrix Coordinates, ImmutableArray<Candidate> Candidates, int ClusterCount, double Silhouette, ImmutableArray<double> CustomerSilhouettes)
{
    /// <summary>What a sweep found, for everyone.</summary>
    public static FoundGroups Of(
        RunSettings settings, FeatureTable features, ModelTable model, int[] sample, Matrix embedding, Matrix coordinates, SweepResult sweep)
    {
        // Customers who are all alike are one group, whatever an embedding made of them.
        var found = model.IsUniform ? new Partition([.. Enumerable.Repeat(0, features.Customers)], 1)
            : sample.Length == features.Customers ? sweep.Model.Partition
            : sweep.Model is IPlacingModel placing ? placing.Predict(embedding, settings.Threads, CancellationToken.None)
            : throw new InvalidOperationException($"The method '{sweep.Winner.Method}' says that it places new rows, and its model does not.");
        if (settings.Recipe.Merge.Most is > 0 and var most)
        {
            found = NearestClusters.Merge(LoneCustomers.Join(found, embedding, features.Column("gross_revenue")), embedding, most);
        }

        var silhouettes = new double[features.Customers];
        Array.Fill(silhouettes, double.NaN);
        for (var i = 0; i < sweep.Scored.Length; i++)
        {
            silhouettes[sample[sweep.Scored[i]]] = sweep.Score.Rows[i];
        }

        return new(
            found, coordinates, sweep.Candidates, model.IsUniform ? 1 : sweep.Winner.ClusterCount, model.IsUniform ? 0 : sweep.Winner.Silhouette!.Value, [.. silhouettes]);
    }
}
