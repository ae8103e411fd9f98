using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.Audiences;

/// <summary>Looks up whom an address names: an audience, or the members of the programme.</summary>
public sealed class AudienceFilter(AudienceService audiences, ProgrammeService programme)
{
    /// <summary>Whom an address names; null when it names nobody. An audience that is not there, or not the actor's to see, is nobody.</summary>
    public async Task<NamedCustomers?> FindAsync(Actor actor, AddressQuery query, PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(run);
        return query.Find(FilterAddress.Audience) is not { } named ? null
            : named == FilterAddress.Members ? NamedCustomers.Members((await programme.FindMembersAsync(run, cancellationToken)).Rows)
            : FilterAddress.ReadId(named) is not { } id ? null
            : await audiences.FindPresenceAsync(actor, id, run.Customers, cancellationToken) is { } presence ? new(id, presence.Audience.Name, presence.Rows)
            : new(id, "", []);
    }
}
