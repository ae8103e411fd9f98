using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>The segments of a run and who belongs to them.</summary>
/// <param name="Segments">By mean revenue, highest first.</param>
/// <param name="SegmentOf">Position of each customer's segment in <paramref name="Segments"/>; <see cref="Partition.Noise"/> for noise.</param>
public sealed record SegmentSet(ImmutableArray<Segment> Segments, ImmutableArray<int> SegmentOf)
{
    /// <summary>Merges clusters into segments, profiles and names them.</summary>
    /// <param name="features">One row per customer.</param>
    /// <param name="clusters">One label per customer, as <see cref="ClusterOrder.ByRevenue"/> numbers them.</param>
    /// <param name="clusterProfiles">What each cluster is like, by cluster number.</param>
    /// <param name="options">How clusters become segments.</param>
    /// <param name="stages">The stage of each customer, by which names are judged; null where purchase days are not known.</param>
    /// <param name="keepsStudyNames">The study's names stay where they do not hold, and say so.</param>
    /// <exception cref="ArgumentException">Counts differ; the message gives them.</exception>
    /// <remarks>O(n log n) time for n customers. Medians are taken over customers, not over clusters' medians.</remarks>
    public static SegmentSet Build(
        FeatureTable features, Partition clusters, ImmutableArray<GroupProfile> clusterProfiles, MergeOptions options, CustomerStages? stages = null, bool keepsStudyNames = true)
    {
        ArgumentNullException.ThrowIfNull(features);
        ArgumentNullException.ThrowIfNull(clusters);
        if (clusterProfiles.Length != clusters.ClusterCount)
        {
            throw new ArgumentException($"{clusterProfiles.Length} profiles do not fit {clusters.ClusterCount} clusters.", nameof(clusterProfiles));
        }

        var merged = SegmentMerge.Join(clusterProfiles, options);
        var segmentOfCluster = new int[clusters.ClusterCount];
        for (var position = 0; position < merged.Length; position++)
        {
            foreach (var cluster in merged[position])
            {
                segmentOfCluster[cluster] = position;
            }
        }

        var segmentOf = ImmutableArray.CreateRange(clusters.Labels, label => label == Partition.Noise ? Partition.Noise : segmentOfCluster[label]);
        var profiles = GroupProfiles.Build(features, segmentOf, merged.Length);
        ImmutableArray<MemberCounts>? members = stages is null ? null
            : MemberCounts.OfGroups(segmentOf, merged.Length, stages.Stages, features.Column("gross_revenue"), features.Column("qtty_invoices"));
        var names = SegmentNaming.Name(profiles, GroupProfiles.OfBase(features), members, keepsStudyNames);
        return new SegmentSet([.. merged.Select((own, position) => new Segment(position, names[position], own, profiles[position]) { Members = members?[position] })], segmentOf);
    }
}
