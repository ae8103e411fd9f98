namespace Insiders.Core.Storage.Schema;

/// <summary>A decision by hand about a customer.</summary>
internal sealed class ProgrammeDecisionEntity
{
    public required long ProgrammeId { get; set; }

    public required string CustomerId { get; set; }

    public int? Tier { get; set; }

    public required string Reason { get; set; }

    public DateOnly? Until { get; set; }

    public required string DecidedBy { get; set; }
}
