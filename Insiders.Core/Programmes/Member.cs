using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>A member with the reasons.</summary>
/// <param name="Membership">Where the member stands.</param>
/// <param name="Evidence">The conditions of the tier at the last review, with the figures.</param>
/// <param name="ReturnedItems">Items returned by the last review: more at the next one means that a return was loaded.</param>
public sealed record Member(Membership Membership, ImmutableArray<ConditionReading> Evidence, double ReturnedItems)
{
    /// <summary>The customer.</summary>
    public string CustomerId => Membership.CustomerId;
}
