using Insiders.Core.Programmes;

namespace Insiders.Core.Storage.Schema;

/// <summary>A line of the log of a programme.</summary>
internal sealed class ProgrammeEventEntity
{
    public long Id { get; set; }

    public required long ProgrammeId { get; set; }

    public required long ReviewId { get; set; }

    public required DateOnly HappenedOn { get; set; }

    public required DateTimeOffset WrittenAt { get; set; }

    public required string CustomerId { get; set; }

    public required EventKind Kind { get; set; }

    public required EventReason Reason { get; set; }

    public int? FromTier { get; set; }

    public int? ToTier { get; set; }

    public DateOnly? LeavesOn { get; set; }

    public string? Note { get; set; }

    public required string EvidenceJson { get; set; }
}
