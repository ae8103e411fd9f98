using Insiders.Core.Application.Holdouts;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Storage.Schema;

/// <summary>A hold-out.</summary>
internal sealed class HoldoutEntity
{
    public long Id { get; set; }

    public required string Name { get; set; }

    public required OutlookGroup Group { get; set; }

    public long? SegmentId { get; set; }

    public required HoldoutMetric Metric { get; set; }

    public required DateOnly StartsOn { get; set; }

    public required int Days { get; set; }

    public required double WithheldShare { get; set; }

    public required long Seed { get; set; }

    public required DateTimeOffset CreatedAt { get; set; }

    public required string CreatedBy { get; set; }

    public List<HoldoutMemberEntity> Members { get; } = [];
}
