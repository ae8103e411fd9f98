using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>What the facts of a day say about one customer.</summary>
/// <param name="Tier">The highest tier whose conditions are met; null for none.</param>
/// <param name="Evidence">The conditions of that tier or, for a member who falls short of the present one, of the present one.</param>
/// <param name="ReturnedItems">Items returned so far.</param>
public sealed record Standing(int? Tier, ImmutableArray<ConditionReading> Evidence, double ReturnedItems = 0)
{
    /// <summary>The customer is not in the data any more: the sales were taken back, or cleaning drops them.</summary>
    public static Standing Gone { get; } = new(null, [], 0) { IsCustomer = false };

    /// <summary>False when the data have no such customer.</summary>
    public bool IsCustomer { get; init; } = true;
}
