using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Pipeline;

/// <summary>Puts what the stages found together: clusters ordered, segments merged and named, scores by customer.</summary>
internal static class ResultAssembly
{
    public static SegmentationResult Build(
        RunSettings settings, CleanLedger clean, FeatureTable features, ModelTable model, FoundGroups found, CancellationToken cancellationToken)
    {
        var clusters = ClusterOrder.ByRevenue(features, found.Partition);
        var profiles = GroupProfiles.Build(features, clusters.Labels, clusters.ClusterCount);
        var (first, last) = (clean.Report.FirstDate, clean.Report.LastDate);
        var days = PurchaseDaysQuery.Read(clean, features.CustomerIds, last, cancellationToken);
        var stages = CustomerStages.Of(days, first, last, StageSettings.FromLedger);
        var segments = SegmentSet.Build(features, clusters, profiles, settings.Recipe.Merge, stages, RecipeJson.IsStudy(settings.Recipe));
        return new SegmentationResult
        {
            Recipe = settings.Recipe,
            Cleaning = clean.Report,
            Features = features,
            OmittedFeatures = model.Omitted,
            Coordinates = found.Coordinates,
            Candidates = found.Candidates,
            BestClusterCount = found.ClusterCount,
            Silhouette = found.Silhouette,
            Clusters = clusters,
            ClusterProfiles = profiles,
            CustomerSilhouettes = found.CustomerSilhouettes,
            Segments = segments.Segments,
            SegmentOf = segments.SegmentOf,
            Measures = SalesMeasures.Of(days, NetRevenueQuery.Read(clean, features.CustomerIds, cancellationToken), last),
            Stages = stages.Stages,
            Timings = [],
        };
    }
}
