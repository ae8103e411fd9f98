using Insiders.Core.Segments.Edits;

namespace Insiders.Core.Storage.Schema;

/// <summary>Row of <c>segment_edits</c>: one edit of a segment (decision 0010). Rows are only added or marked as undone.</summary>
internal sealed class SegmentEditEntity
{
    public long Id { get; set; }

    public required DateTimeOffset At { get; set; }

    public required string Actor { get; set; }

    public required long SegmentId { get; set; }

    public required SegmentEditKind Kind { get; set; }

    public string? English { get; set; }

    public string? Portuguese { get; set; }

    public string? Colour { get; set; }

    public required string PartsJson { get; set; }

    public DateTimeOffset? UndoneAt { get; set; }

    public string? UndoneBy { get; set; }
}
