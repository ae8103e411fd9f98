using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Benchmarks.Load;

/// <summary>The result of a run that never ran: every feature of the catalogue drawn, as many customers as asked for, twenty islands on the map.</summary>
internal static class DrawnRun
{
    private const int Clusters = 20;

    private static readonly ImmutableArray<string> s_countries = ["United Kingdom", "United Kingdom", "United Kingdom", "Germany", "France", "EIRE", "Spain", "Netherlands", "Belgium", "Portugal"];

    /// <summary>Draws it; the same for the same number of customers.</summary>
    public static SegmentationResult Of(int customers)
    {
        var rng = Rng.Stream(42, 0);
        ImmutableArray<FeatureDefinition> features = [.. FeatureCatalog.All.Where(feature => feature.Name != "Friday")];
        var values = new Matrix(customers, features.Length);
        var places = new Matrix(customers, 2);
        var labels = new int[customers];
        for (var i = 0; i < customers; i++)
        {
            // Skewed as in a shop: few clusters spend much, most spend little.
            labels[i] = (int)(Clusters * Math.Pow(rng.NextDouble(), 0.4));
            var row = values.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = Value(features[j], labels[i], rng);
            }

            places[i, 0] = (5 * (labels[i] % 5)) + rng.NextNormal();
            places[i, 1] = (5 * (labels[i] / 5)) + rng.NextNormal();
        }

        var table = new FeatureTable(
            [.. Enumerable.Range(0, customers).Select(i => (100_000 + i).ToString(CultureInfo.InvariantCulture))],
            [.. Enumerable.Range(0, customers).Select(i => s_countries[i % s_countries.Length])],
            features,
            values);
        var clusters = ClusterOrder.ByRevenue(table, new Partition([.. labels], Clusters));
        var profiles = GroupProfiles.Build(table, clusters.Labels, clusters.ClusterCount);
        var segments = SegmentSet.Build(table, clusters, profiles, new MergeOptions());
        return new SegmentationResult
        {
            Recipe = Recipe.Study,
            Cleaning = Cleaning(customers),
            Features = table,
            OmittedFeatures = [new("Friday", Insiders.Core.Features.OmissionReason.Missing)],
            Coordinates = places,
            Candidates = [new Candidate { Method = MixtureOptions.Name, ClusterCount = Clusters, Scores = ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.Silhouette, 0.8), Iterations = 1, Converged = true, IsWinner = true }],
            BestClusterCount = Clusters,
            Silhouette = 0.8,
            Clusters = clusters,
            ClusterProfiles = profiles,
            CustomerSilhouettes = [.. Enumerable.Repeat(0.8, customers)],
            Segments = segments.Segments,
            SegmentOf = segments.SegmentOf,
            Timings = [],
        };
    }

    private static double Value(FeatureDefinition feature, int cluster, Rng rng) => feature.Unit switch
    {
        FeatureUnit.Money => Math.Round(20_000 * Math.Exp(-cluster / 3.0) * (0.5 + rng.NextDouble()), 2),
        FeatureUnit.Days => Math.Floor((1 + cluster) * 18 * rng.NextDouble()),
        FeatureUnit.Count => Math.Ceiling(1_000 * Math.Exp(-cluster / 4.0) * (0.2 + rng.NextDouble())),
        _ => rng.NextDouble(),
    };

    private static CleaningReport Cleaning(int customers) => new()
    {
        Steps = [new CleaningStep("raw", true, 0, 1, customers)],
        PurchaseRows = 1,
        ReturnRows = 0,
        Invoices = 1,
        StockCodes = 1,
        Countries = 8,
        Customers = customers,
        GrossRevenueAmount = 0,
        UnattributedRevenueAmount = 0,
        RelocatedCustomers = 0,
        FirstDate = new DateOnly(2024, 1, 1),
        LastDate = new DateOnly(2024, 12, 31),
        HasTimes = false,
        UnplacedCountries = [],
        WeekdaysWithoutSales = [],
    };
}
