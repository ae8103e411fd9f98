using Insiders.Core.Application.Programmes;

namespace Insiders.Core.Storage.Schema;

/// <summary>A review of a programme.</summary>
internal sealed class ProgrammeReviewEntity
{
    public long Id { get; set; }

    public required long ProgrammeId { get; set; }

    public required ReviewCause Cause { get; set; }

    public required long RunId { get; set; }

    public required DateTimeOffset PublishedAt { get; set; }

    public required DateOnly ReviewedOn { get; set; }

    public required DateTimeOffset ReviewedAt { get; set; }

    public required string ReviewedBy { get; set; }

    public required int Members { get; set; }

    public required double RevenueAmount { get; set; }
}
