using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Web.Components;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Audiences;

/// <summary>Audiences and their customers as files.</summary>
public static class AudienceExports
{
    /// <summary>
    /// Those members that the base has, with the columns and in the order that the address has for the list of customers; null while no run
    /// is published, and for an audience that is not there or not theirs.
    /// </summary>
    public static async Task<ExportTable?> MembersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Number(FilterAddress.Audience) is not { } id
            || await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers }
            || await request.Get<AudienceService>().FindPresenceAsync(request.Person.ToActor(), id, customers, cancellationToken) is not { } presence)
        {
            return null;
        }

        var address = ListAddress.Read(request.Address, customers);
        return CustomerExports.Of(request, () => presence.Audience.Name, customers, customers.Sort(presence.Rows, address.Order), [ListColumns.Id, .. address.Columns]);
    }

    /// <summary>The audiences that the person sees, newest first.</summary>
    public static async Task<ExportTable?> AudiencesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var service = request.Get<AudienceService>();
        var audiences = await service.ListAsync(request.Person.ToActor(), cancellationToken);
        var present = await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } published
            ? audiences.Zip(await service.CountPresentAsync(audiences, published, cancellationToken)).ToDictionary(pair => pair.First.Id, pair => pair.Second)
            : [];
        return ExportTable.Of<Audience>(
            () => Texts.ExploreAudiences,
            audiences,
            new(Texts.ExploreName, ValueKind.Text, audience => audience.Name),
            new(Texts.ColumnCustomers, ValueKind.Whole, audience => present.TryGetValue(audience.Id, out var count) ? count : null),
            new(Texts.AudienceWhenSaved, ValueKind.Whole, audience => audience.Customers),
            new(Texts.AudienceKind, ValueKind.Text, audience => audience.Rule is null ? Texts.AudienceFixed : Texts.AudienceByRule),
            new(Texts.ExploreOwner, ValueKind.Text, audience => audience.Owner),
            new(Texts.ExploreSavedOn, ValueKind.Moment, audience => audience.CreatedAt),
            new(Texts.ExploreSharing, ValueKind.Text, audience => audience.IsShared ? Texts.ExploreShared : Texts.ExplorePrivate));
    }

    /// <summary>The changes of an audience from run to run, a line per customer who came or went; null for an audience that is not there or not theirs.</summary>
    public static async Task<ExportTable?> ChangesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Number(FilterAddress.Audience) is not { } id
            || await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } run
            || await request.Get<AudienceService>().FindDetailsAsync(request.Person.ToActor(), id, run, cancellationToken) is not { } details)
        {
            return null;
        }

        return ExportTable.Of<AudienceChange>(
            () => details.Presence.Audience.Name,
            AudienceChange.Of(details.Steps),
            new(Texts.ExploreCustomer, ValueKind.Text, change => change.CustomerId),
            new(Texts.AudienceChange, ValueKind.Text, change => change.Came ? Texts.AudienceCame : Texts.AudienceWent),
            new(Texts.AudienceRun, ValueKind.Whole, change => change.RunId),
            new(Texts.AudienceAsOf, ValueKind.Day, change => change.AsOf));
    }
}
