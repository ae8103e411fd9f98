using System.Collections.Immutable;

namespace Insiders.Core.Customers;

/// <summary>Customers of a run that somebody gave a name to, as a condition of a filter.</summary>
/// <param name="Id">The id of the audience; 0 for the members of the programme.</param>
/// <param name="Name">Its name; empty when it does not exist or the reader may not see it.</param>
/// <param name="Rows">Its customers in the run, ascending; nobody when it is not there: a condition that cannot be answered never shows everybody.</param>
public sealed record NamedCustomers(long Id, string Name, ImmutableArray<int> Rows)
{
    /// <summary>True for the members of the programme, who have no audience.</summary>
    public bool IsMembers => Id == 0;

    /// <summary>The members of the programme.</summary>
    /// <param name="rows">Their rows, ascending.</param>
    public static NamedCustomers Members(ImmutableArray<int> rows) => new(0, "", rows);
}
