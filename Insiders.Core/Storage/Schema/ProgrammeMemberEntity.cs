namespace Insiders.Core.Storage.Schema;

/// <summary>A member of a programme.</summary>
internal sealed class ProgrammeMemberEntity
{
    public required long ProgrammeId { get; set; }

    public required string CustomerId { get; set; }

    public required int Tier { get; set; }

    public required DateOnly JoinedOn { get; set; }

    public required DateOnly TierSince { get; set; }

    public DateOnly? LeavesOn { get; set; }

    public DateOnly? GraceOn { get; set; }

    public required bool IsByHand { get; set; }

    public required double ReturnedItems { get; set; }

    public required string EvidenceJson { get; set; }
}
