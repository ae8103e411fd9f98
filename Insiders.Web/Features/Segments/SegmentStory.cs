using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Influence;
using Insiders.Core.Segments;

namespace Insiders.Web.Features.Segments;

/// <summary>One segment compared with all customers.</summary>
public sealed record SegmentStory
{
    /// <summary>The segment, as people edited it.</summary>
    public required RunSegment Segment { get; init; }

    /// <summary>Rows of its members, ascending.</summary>
    public required ImmutableArray<int> Rows { get; init; }

    /// <summary>All customers.</summary>
    public required GroupProfile Base { get; init; }

    /// <summary>Features by how much the segment differs from all customers, largest difference first.</summary>
    public required ImmutableArray<FeatureDifference> Differences { get; init; }

    /// <summary>Single customers that move a mean by more than a tenth.</summary>
    public required ImmutableArray<MeanInfluence> Influences { get; init; }

    /// <summary>What may be said of it, and what to do with it.</summary>
    public required SegmentPortrait Portrait { get; init; }

    /// <summary>Its countries, most revenue first.</summary>
    public required ImmutableArray<CountryShare> Countries { get; init; }

    /// <summary>Members by distance from its centre on the map, the nearest first.</summary>
    public required ImmutableArray<int> ByDistance { get; init; }

    /// <summary>What comes from its sales; null when they are no longer kept.</summary>
    public required SegmentSales? Sales { get; init; }
}
