using Insiders.Web.Features.Customers;
using Insiders.Web.Shared.Base;
using Insiders.Web.Shared.Exports;
using Insiders.Web.Worker;

namespace Insiders.Web.Features.Explore;

/// <summary>The customers picked on the map of customers, as files.</summary>
public static class ExploreExports
{
    /// <summary>Exactly those picked, in the order of the list, with every feature; null while no run is published, and for an audience that is not there or not theirs.</summary>
    public static async Task<ExportTable?> PickedAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<BaseDesk>().FindAsync(cancellationToken) is not { } published)
        {
            return null;
        }

        var customers = published.Customers;
        var state = ExploreState.Read(request.Address, customers);
        var members = await request.Get<AudienceDesk>().FindMembersAsync(state.AudienceId, Acting.Name(request.Person), cancellationToken);
        return state.AudienceId is not null && members is null
            ? null
            : ExportTable.Of<int>(Texts.ExploreList, customers.Sort(CustomerPick.Of(customers, state, members).Picked, state.Order), CustomerExports.Fields(customers));
    }
}
