using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>What the customers of a run are expected to do, and how far that can be believed.</summary>
/// <param name="AsOf">The last day of the data; everything is expected from the day after.</param>
/// <param name="Problem">Why nothing can be said, as stored by <see cref="Problems.Problem.ToText"/>; null otherwise.</param>
public sealed record BaseOutlook(DateOnly AsOf, string? Problem)
{
    private const double LeastSeenAlive = 0.97;

    /// <summary>The models that were compared.</summary>
    public ImmutableArray<OutlookModelFit> Models { get; init; } = [];

    /// <summary>The chosen ones; null with a problem.</summary>
    public FittedOutlook? Fitted { get; init; }

    /// <summary>True when no model that lets customers leave could be fitted, so that everybody counts as a customer still.</summary>
    public bool FellBack { get; init; }

    /// <summary>Why nothing is said of money; null when something is.</summary>
    public string? SpendProblem { get; init; }

    /// <summary>Correlation of the number of orders and their value, which the model of money takes to be near 0; null where it is not known.</summary>
    public double? SpendCorrelation { get; init; }

    /// <summary>The share of revenue that the largest customer brought, 0 to 1.</summary>
    public double LargestShare { get; init; }

    /// <summary>Groups: the base, then the segments as in the run.</summary>
    public ImmutableArray<GroupOutlook> Groups { get; init; } = [];

    /// <summary>The chance to stay, replayed month by month, beside what happened.</summary>
    public OutlookReplay Replay { get; init; } = OutlookReplay.None;

    /// <summary>The models as they would have been fitted earlier; null where the data is too short.</summary>
    public EarlierOutlook? Earlier { get; init; }

    /// <summary>What is expected of every customer.</summary>
    public OutlookColumns Columns { get; init; } = OutlookColumns.Of([]);

    /// <summary>True when the model sees next to nobody leave, as in a young shop or just before its best season: then only whether somebody buys soon can be told.</summary>
    [JsonIgnore]
    public bool SeesNobodyLeave => Find(OutlookGroup.Base) is { Customers: > 0 } all && all.Alive > LeastSeenAlive * all.Customers;

    /// <summary>The outlook of a group; null where there is none.</summary>
    /// <param name="group">Whom.</param>
    /// <param name="segmentId">The segment, where it is one.</param>
    public GroupOutlook? Find(OutlookGroup group, long? segmentId = null) => Groups.FirstOrDefault(known => known.Group == group && known.SegmentId == segmentId);
}
