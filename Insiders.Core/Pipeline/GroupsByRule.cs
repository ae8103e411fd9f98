using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;

namespace Insiders.Core.Pipeline;

/// <summary>Groups of customers from whom nothing can be learned: they are too few, or all alike.</summary>
internal static class GroupsByRule
{
    /// <summary>The groups; null where there is something to learn from, or the recipe insists on its range of clusters.</summary>
    public static FoundGroups? Find(Recipe recipe, FeatureTable features, ModelTable model)
    {
        if (!recipe.Sweep.Adapts || (features.Customers >= AverageGroups.FewestToLearnFrom && !model.IsUniform))
        {
            return null;
        }

        // The picture has spend across and silence upwards.
        var plane = new Matrix(features.Customers, 2);
        var (revenue, recency) = (features.Column("gross_revenue"), features.Column("recency_days"));
        for (var row = 0; row < features.Customers; row++)
        {
            (plane[row, 0], plane[row, 1]) = (revenue[row], recency[row]);
        }

        var places = new Scaling(new ScalingOptions()).Fit(plane, [], null, CancellationToken.None).Embedding;
        var partition = model.IsUniform ? new Partition([.. Enumerable.Repeat(0, features.Customers)], 1) : LoneCustomers.Join(AverageGroups.Of(features), places, revenue);
        var score = Silhouette.Score(places, partition, 1, CancellationToken.None);
        var candidate = new Candidate
        {
            Method = model.IsUniform ? Candidate.AllAlike : Candidate.ByAverages,
            ClusterCount = partition.ClusterCount,
            Scores = score.Mean is { } mean ? ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.Silhouette, mean) : ImmutableSortedDictionary<string, double>.Empty,
            Iterations = 0,
            Converged = true,
            IsWinner = true,
        };
        return new(partition, places, [candidate], partition.ClusterCount, score.Mean ?? 0, score.Rows);
    }
}
