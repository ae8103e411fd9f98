using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Web.Components;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Explore;

/// <summary>The members of an audience as a file.</summary>
public static class AudienceExports
{
    /// <summary>
    /// Those members that the base has, with the columns and in the order that the address has for the list of customers; null while no run
    /// is published, and for an audience that is not there or not theirs.
    /// </summary>
    public static async Task<ExportTable?> MembersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Number(ExploreQuery.AudienceKey) is not { } id
            || await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers }
            || await request.Get<AudienceService>().FindPresenceAsync(request.Person.ToActor(), id, customers, cancellationToken) is not { } presence)
        {
            return null;
        }

        var address = ListAddress.Read(request.Address, customers);
        return CustomerExports.Of(request, () => presence.Audience.Name, customers, customers.Sort(presence.Rows, address.Order), [ListColumns.Id, .. address.Columns]);
    }
}
