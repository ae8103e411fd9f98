using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Core.Storage;

namespace Insiders.Web.Features.Overview;

/// <summary>What the overview shows of the published run.</summary>
public sealed record OverviewFigures
{
    /// <summary>First date of the cleaned sales.</summary>
    public required DateOnly FirstDate { get; init; }

    /// <summary>Last date of the cleaned sales.</summary>
    public required DateOnly LastDate { get; init; }

    /// <summary>When the run was published.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>True when every sale comes from the generated shop.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>Clusters the segments were merged from.</summary>
    public required int ClusterCount { get; init; }

    /// <summary>Mean silhouette of those clusters.</summary>
    public required double Silhouette { get; init; }

    /// <summary>All customers as one group: totals are sums, means are over customers, never over segments.</summary>
    public required GroupProfile Base { get; init; }

    /// <summary>Revenue of purchase rows that name no customer.</summary>
    public required decimal UnattributedRevenueAmount { get; init; }

    /// <summary>The segments, by mean revenue, highest first.</summary>
    public required ImmutableArray<RunSegment> Segments { get; init; }
}
