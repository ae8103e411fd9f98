namespace Insiders.Core.Programmes;

/// <summary>Where a member stands; everything here follows from the log of events alone.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Tier">The tier, 0 for the base tier.</param>
/// <param name="JoinedOn">The last day of the data when the customer joined.</param>
/// <param name="TierSince">The last day of the data when the tier was reached.</param>
public sealed record Membership(string CustomerId, int Tier, DateOnly JoinedOn, DateOnly TierSince)
{
    /// <summary>The day from which the tier is lost unless the conditions are met again; null while they are met.</summary>
    public DateOnly? LeavesOn { get; init; }

    /// <summary>When the member was told that only grace keeps the tier; null otherwise.</summary>
    public DateOnly? GraceOn { get; init; }

    /// <summary>True when somebody's decision keeps the tier rather than the conditions.</summary>
    public bool IsByHand { get; init; }
}
