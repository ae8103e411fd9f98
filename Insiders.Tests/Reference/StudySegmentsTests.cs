using System.Globalization;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

/// <summary>
/// With the study's 22 clusters (scikit-learn 1.2.1, umap-learn 0.5.3, random_state 42) merging and naming give the study's
/// eight segments to the last digit it printed.
/// </summary>
public sealed class StudySegmentsTests
{
    [RealFileFact]
    public void The_22_clusters_of_the_study_become_its_eight_segments_to_the_last_digit()
    {
        string[] expected =
        [
            "Elite Spenders | 36 (0.8 %) | 66,976.12 | 10.0 | 0.1012 | 4.57 % | 50.4 | 38,947 | 2,411,140.16",
            "Loyal High Spenders | 97 (2.2 %) | 11,121.43 | 19.9 | 0.0503 | 1.85 % | 18.8 | 6,897 | 1,078,778.59",
            "Engaged Shoppers | 164 (3.8 %) | 5,792.23 | 29.0 | 0.0347 | 1.40 % | 12.4 | 3,613 | 949,926.44",
            "Occasional Buyers | 179 (4.2 %) | 3,955.64 | 27.9 | 0.0311 | 1.50 % | 9.2 | 2,328 | 708,060.25",
            "Average Customers | 887 (20.6 %) | 2,053.71 | 44.4 | 0.0237 | 1.52 % | 5.7 | 1,211 | 1,821,642.78",
            "Dormant Customers | 91 (2.1 %) | 1,426.41 | 68.2 | 0.0180 | 0.41 % | 3.2 | 952 | 129,803.46",
            "Fading Customers | 172 (4.0 %) | 931.91 | 63.9 | 0.0186 | 1.41 % | 4.2 | 432 | 160,287.67",
            "Lost Customers | 2,686 (62.3 %) | 470.95 | 122.1 | 0.0195 | 1.19 % | 1.9 | 248 | 1,264,965.25",
        ];

        var segments = Build().Segments;

        Assert.Equal(expected, segments.Select(Row));
    }

    [RealFileFact]
    public void The_studys_segments_have_portuguese_names_too()
    {
        var segments = Build().Segments;

        Assert.Equal(
            ["Clientes de Elite", "Grandes Compradores Fiéis", "Compradores Engajados", "Compradores Ocasionais",
                "Clientes Médios", "Clientes Adormecidos", "Clientes em Declínio", "Clientes Perdidos"],
            segments.Select(segment => segment.Name.Portuguese));
    }

    [RealFileFact]
    public void Medians_over_the_merged_clusters_alone_would_give_other_segments()
    {
        var profiles = GroupProfiles.Build(RetailReference.Features, RetailReference.Clusters.Labels, 22);

        var merged = SegmentMerge.Join(profiles, new MergeOptions());

        // Over clusters 4 to 21 alone the medians are 1,037.9 and 69.95, and the sizes 978, 88, 464 and 2,306.
        Assert.Equal([887, 91, 172, 2_686], merged.Skip(4).Select(segment => segment.Sum(cluster => profiles[cluster].Customers)));
    }

    [RealFileFact]
    public void The_studys_clusters_are_already_in_order()
    {
        var ordered = ClusterOrder.ByRevenue(RetailReference.Features, RetailReference.Clusters);

        Assert.Equal(RetailReference.Clusters.Labels.AsEnumerable(), ordered.Labels);
    }

    private static SegmentSet Build()
    {
        var features = RetailReference.Features;
        var clusters = ClusterOrder.ByRevenue(features, RetailReference.Clusters);
        return SegmentSet.Build(features, clusters, GroupProfiles.Build(features, clusters.Labels, clusters.ClusterCount), new MergeOptions());
    }

    private static string Row(Segment segment)
    {
        var profile = segment.Profile;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{segment.Name.English} | {profile.Customers:N0} ({profile.CustomerShare * 100:F1} %) | {profile.MeanRevenueAmount:N2} | {profile.RecencyDays:F1} | {profile.Frequency:F4} | {profile.ReturnShare * 100:F2} % | {profile.Invoices:F1} | {profile.Items:N0} | {profile.RevenueAmount:N2}");
    }
}
