using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.Audiences;

/// <summary>Looks up the audience that an address filters by.</summary>
public static class AudienceFilter
{
    /// <summary>The audience of an address; null when it names none. One that is not there, or not the actor's to see, is nobody.</summary>
    public static async Task<NamedCustomers?> FindAsync(this AudienceService audiences, Actor actor, AddressQuery query, CustomerTable customers, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(audiences);
        ArgumentNullException.ThrowIfNull(query);
        return FilterAddress.ReadId(query.Find(FilterAddress.Audience)) is not { } id ? null
            : await audiences.FindPresenceAsync(actor, id, customers, cancellationToken) is { } presence ? new(id, presence.Audience.Name, presence.Rows)
            : new(id, "", []);
    }
}
