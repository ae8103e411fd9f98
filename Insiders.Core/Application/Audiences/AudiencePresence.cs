using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Core.Application.Audiences;

/// <summary>What has become of an audience in a base that may be of a later run than the one it was saved in.</summary>
/// <param name="Audience">The audience.</param>
/// <param name="Rows">Its customers in the base, ascending.</param>
/// <param name="Gone">Those that the base does not have, by id: their sales were taken back, or cleaning now drops them.</param>
public sealed record AudiencePresence(Audience Audience, ImmutableArray<int> Rows, ImmutableArray<string> Gone)
{
    /// <summary>Looks every member up.</summary>
    public static AudiencePresence Of(Audience audience, ImmutableArray<string> members, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return new(audience, [.. members.Select(customers.FindRow).OfType<int>().Order()], [.. members.Where(member => customers.FindRow(member) is null)]);
    }
}
