using Insiders.Core.Customers;

namespace Insiders.Core.Application.Audiences;

/// <summary>A named group of customers: a fixed list, which no later run changes, or a rule, which is applied again in every run.</summary>
/// <param name="Id">Given out in order, never again; 0 in one that is not kept yet.</param>
/// <param name="Name">What it is called, 1 to <see cref="LongestName"/> characters.</param>
/// <param name="OwnerId">The account whose it is.</param>
/// <param name="Owner">What the account was called when the audience was saved.</param>
/// <param name="Customers">How many customers it had when it was saved.</param>
/// <param name="RunId">The run they were picked in.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Audience(long Id, string Name, string OwnerId, string Owner, int Customers, long RunId, DateTimeOffset CreatedAt)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 80;

    /// <summary>Who belongs to it; null for a fixed list.</summary>
    public CustomerFilter? Rule { get; init; }

    /// <summary>True when everybody sees it, not its owner alone.</summary>
    public bool IsShared { get; init; }

    /// <summary>When it was deleted; until it is swept up, it can be had back.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
