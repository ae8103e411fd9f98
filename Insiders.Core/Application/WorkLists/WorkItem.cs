namespace Insiders.Core.Application.WorkLists;

/// <summary>A customer on the work list: what to do, why, and how far somebody is. What somebody changed is kept over runs.</summary>
/// <param name="CustomerId">The customer; one line each.</param>
/// <param name="Act">What to do.</param>
/// <param name="Reason">Why.</param>
/// <param name="MoneyAmount">Money at stake: what the customer spends in a year, or one order of theirs.</param>
public sealed record WorkItem(string CustomerId, WorkAct Act, WorkReason Reason, double MoneyAmount)
{
    /// <summary>Characters of a note at most.</summary>
    public const int LongestNote = 500;

    /// <summary>How far it is.</summary>
    public WorkState State { get; init; }

    /// <summary>The note; empty for none.</summary>
    public string Note { get; init; } = "";

    /// <summary>The account that does it; null while nobody does.</summary>
    public string? OwnerId { get; init; }

    /// <summary>What the account was called when it took the line; null while nobody does.</summary>
    public string? Owner { get; init; }

    /// <summary>The last day of the data when it was done; null while it is not.</summary>
    public DateOnly? DoneOn { get; init; }

    /// <summary>When somebody changed it last; null while nobody has.</summary>
    public DateTimeOffset? ChangedAt { get; init; }
}
