using Insiders.Core.Application.WorkLists;

namespace Insiders.Core.Storage.Schema;

/// <summary>A line of the work list that somebody changed.</summary>
internal sealed class WorkItemEntity
{
    public required string CustomerId { get; set; }

    public required WorkAct Act { get; set; }

    public required WorkReason Reason { get; set; }

    public required double MoneyAmount { get; set; }

    public required WorkState State { get; set; }

    public required string Note { get; set; }

    public string? OwnerId { get; set; }

    public string? Owner { get; set; }

    public DateOnly? DoneOn { get; set; }

    public DateTimeOffset? ChangedAt { get; set; }
}
