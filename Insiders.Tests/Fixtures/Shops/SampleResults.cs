using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Numerics;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Invented results of runs, for tests that process a result.</summary>
public static class SampleResults
{
    private static readonly string[] s_leading = ["gross_revenue", "recency_days", "frequency", "return_rate", "qtty_invoices", "qtty_items"];

    /// <summary>A result with drawn features and five clusters merged by the default options.</summary>
    /// <param name="customers">Number of customers, ids c0000000, c0000001 …</param>
    /// <param name="features">Number of features, at least 6.</param>
    /// <param name="seed">Seed of the draw.</param>
    /// <param name="noise">Marks the first customer as noise with no silhouette.</param>
    /// <param name="extraFeature">Name of one more feature, or null.</param>
    public static SegmentationResult Of(int customers, int features = 50, ulong seed = 1, bool noise = false, string? extraFeature = null)
    {
        string[] names = [.. s_leading, .. Enumerable.Range(s_leading.Length, features - s_leading.Length)
            .Select(i => string.Create(CultureInfo.InvariantCulture, $"feature_{i:00}"))];
        names = extraFeature is null ? names : [.. names, extraFeature];
        var rng = Rng.Stream(seed, 0);
        var values = new Matrix(customers, names.Length);
        var coordinates = new Matrix(customers, 2);
        var labels = new int[customers];
        for (var i = 0; i < customers; i++)
        {
            labels[i] = i % 5;
            var row = values.Row(i);
            for (var j = 0; j < row.Length; j++)
            {
                row[j] = rng.NextDouble();
            }

            row[0] = Math.Round(5_000.0 / (1 + labels[i]) * (0.5 + row[0]), 2);
            row[1] = Math.Floor((1 + labels[i]) * 60 * row[1]);
            coordinates[i, 0] = rng.NextNormal();
            coordinates[i, 1] = rng.NextNormal();
        }

        if (noise)
        {
            labels[0] = Partition.Noise;
        }

        var table = new FeatureTable(
            [.. Enumerable.Range(0, customers).Select(i => string.Create(CultureInfo.InvariantCulture, $"c{i:0000000}"))],
            [.. Enumerable.Range(0, customers).Select(i => i % 3 == 0 ? "Portugal" : "EIRE")],
            [.. names.Select(name => new FeatureDefinition(name, FeatureUnit.Count, name, name, Scaled: true))],
            values);
        var clusters = ClusterOrder.ByRevenue(table, new Partition([.. labels], 5));
        var profiles = GroupProfiles.Build(table, clusters.Labels, clusters.ClusterCount);
        var segments = SegmentSet.Build(table, clusters, profiles, new MergeOptions());
        return new SegmentationResult
        {
            Recipe = Recipe.Study with { Seed = seed },
            Cleaning = Cleaning(customers),
            Features = table,
            OmittedFeatures = [new("Friday", OmissionReason.Missing), new("avg_recency", OmissionReason.Repeats, "frequency")],
            Coordinates = coordinates,
            Candidates =
            [
                new Candidate { Method = MixtureOptions.Name, ClusterCount = 4, Scores = Scores(-1.5, 300, null), Iterations = 20, Converged = false },
                new Candidate { Method = MixtureOptions.Name, ClusterCount = 5, Scores = Scores(-1.25, 280, 0.8), Iterations = 7, Converged = true, IsWinner = true },
            ],
            BestClusterCount = 5,
            Silhouette = 0.8,
            Clusters = clusters,
            ClusterProfiles = profiles,
            CustomerSilhouettes = [.. Enumerable.Range(0, customers).Select(i => i == 0 && noise ? double.NaN : 0.5)],
            Segments = segments.Segments,
            SegmentOf = segments.SegmentOf,
            Timings = [new StageTiming(SegmentationStage.Clean, 0.25), new StageTiming(SegmentationStage.Segments, 0.125)],
        };
    }

    /// <summary>A candidate with a silhouette alone.</summary>
    public static Candidate Tried(int clusters, double? silhouette, string method = MixtureOptions.Name) => new()
    {
        Method = method,
        ClusterCount = clusters,
        Scores = silhouette is { } mean ? ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.Silhouette, mean) : ImmutableSortedDictionary<string, double>.Empty,
        Iterations = 5,
        Converged = true,
    };

    private static ImmutableSortedDictionary<string, double> Scores(double likelihood, double bic, double? silhouette)
    {
        var scores = ImmutableSortedDictionary<string, double>.Empty.Add(ScoreNames.MeanLogLikelihood, likelihood).Add(ScoreNames.Bic, bic);
        return silhouette is { } mean ? scores.Add(ScoreNames.Silhouette, mean) : scores;
    }

    private static CleaningReport Cleaning(int customers) => new()
    {
        Steps = [new CleaningStep("raw", true, 0, 100, customers), new CleaningStep("no_customer", false, 7, 93, customers)],
        PurchaseRows = 90,
        ReturnRows = 3,
        Invoices = 12,
        StockCodes = 5,
        Countries = 2,
        Customers = customers,
        GrossRevenueAmount = 8_524_604.60m,
        UnattributedRevenueAmount = 0.01m,
        RelocatedCustomers = 1,
        FirstDate = new DateOnly(2016, 11, 29),
        LastDate = new DateOnly(2017, 12, 7),
        HasTimes = false,
        UnplacedCountries = ["Unspecified"],
        WeekdaysWithoutSales = [DayOfWeek.Friday],
    };
}
