using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>That a name is true of too few of those it is given to: it stands all the same, and says so wherever it stands.</summary>
/// <param name="Claim">What the name says of them.</param>
/// <param name="Holds">Members it is true of.</param>
/// <param name="Customers">All members.</param>
public sealed record NameDoubt(MemberClaim Claim, int Holds, int Customers)
{
    /// <summary>Share of the members the name is true of, 0 to 1.</summary>
    public double Share => (double)Holds / Customers;
}
