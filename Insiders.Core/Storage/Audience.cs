namespace Insiders.Core.Storage;

/// <summary>A list of customers that somebody gave a name to. It stays as it is whatever runs come after.</summary>
/// <param name="Id">Given out in order, never again.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Customers">How many customers it lists.</param>
/// <param name="RunId">The run on whose map they were picked.</param>
/// <param name="CreatedAt">When.</param>
public sealed record Audience(long Id, string Name, string Owner, int Customers, long RunId, DateTimeOffset CreatedAt)
{
    /// <summary>True when everybody sees it, not its owner alone.</summary>
    public bool IsShared { get; init; }

    /// <summary>When it was deleted; until it is swept up, it can be had back.</summary>
    public DateTimeOffset? DeletedAt { get; init; }
}
