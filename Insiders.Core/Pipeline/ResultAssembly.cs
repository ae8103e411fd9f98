using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Pipeline;

/// <summary>Puts what the stages found together: clusters ordered, segments merged and named, scores by customer.</summary>
internal static class ResultAssembly
{
    public static SegmentationResult Build(
        RunSettings settings, CleanLedger clean, FeatureTable features, ModelTable model, int[] sample, Matrix embedding, Matrix coordinates,
        SweepResult sweep, CancellationToken cancellationToken)
    {
        // Customers who are all alike are one group, whatever an embedding made of them.
        var found = model.IsUniform ? new Partition([.. Enumerable.Repeat(0, features.Customers)], 1)
            : sample.Length == features.Customers ? sweep.Model.Partition
            : sweep.Model is IPlacingModel placing ? placing.Predict(embedding, settings.Threads, cancellationToken)
            : throw new InvalidOperationException($"The method '{sweep.Winner.Method}' says that it places new rows, and its model does not.");
        var clusters = ClusterOrder.ByRevenue(features, found);
        var profiles = GroupProfiles.Build(features, clusters.Labels, clusters.ClusterCount);
        var (first, last) = (clean.Report.FirstDate, clean.Report.LastDate);
        var days = PurchaseDaysQuery.Read(clean, features.CustomerIds, last, cancellationToken);
        var stages = CustomerStages.Of(days, first, last, StageSettings.FromLedger);
        var segments = SegmentSet.Build(features, clusters, profiles, settings.Recipe.Merge, stages, RecipeJson.IsStudy(settings.Recipe));
        var silhouettes = new double[features.Customers];
        Array.Fill(silhouettes, double.NaN);
        for (var i = 0; i < sweep.Scored.Length; i++)
        {
            silhouettes[sample[sweep.Scored[i]]] = sweep.Score.Rows[i];
        }

        return new SegmentationResult
        {
            Recipe = settings.Recipe,
            Cleaning = clean.Report,
            Features = features,
            MissingFeatures = model.Missing,
            Coordinates = coordinates,
            Candidates = sweep.Candidates,
            BestClusterCount = model.IsUniform ? 1 : sweep.Winner.ClusterCount,
            Silhouette = model.IsUniform ? 0 : sweep.Winner.Silhouette!.Value,
            Clusters = clusters,
            ClusterProfiles = profiles,
            CustomerSilhouettes = [.. silhouettes],
            Segments = segments.Segments,
            SegmentOf = segments.SegmentOf,
            Measures = SalesMeasures.Of(days, NetRevenueQuery.Read(clean, features.CustomerIds, cancellationToken), last),
            Stages = stages.Stages,
            Timings = [],
        };
    }
}
