using System.Collections.Immutable;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>Who belongs to the programme: the customers of the segment with the highest mean revenue.</summary>
public static class ProgrammeMembers
{
    /// <summary>Their rows, ascending; none in a run without segments.</summary>
    /// <param name="customers">The base.</param>
    public static ImmutableArray<int> Of(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.Segments is [var best, ..] ? customers.MembersOf(best) : [];
    }
}
