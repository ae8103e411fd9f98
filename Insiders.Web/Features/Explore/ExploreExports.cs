using System.Collections.Immutable;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Components;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Explore;

/// <summary>What the page of the map of customers lists, as files.</summary>
public static class ExploreExports
{
    private static readonly ImmutableArray<string> s_columns =
        [ListColumns.Id, "segment", "country", "gross_revenue", "recency_days", "qtty_invoices", "qtty_items", CustomerMeasures.OrderValue, "return_rate"];

    /// <summary>The columns of the list below the map; those of them that a base has.</summary>
    public static ImmutableArray<string> Columns(CustomerTable customers)
        => [.. s_columns.Where(column => ListColumns.Has(column, customers))];

    /// <summary>Exactly those picked, in the order of the list; null while no run is published, and for an audience that is not there or not theirs.</summary>
    public static async Task<ExportTable?> PickedAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } pick
            ? CustomerExports.Of(request, () => Texts.ExploreList, pick.Customers, pick.Customers.Sort(pick.Rows, pick.State.Order), Columns(pick.Customers)) with { Conditions = pick.Words }
            : null;

    /// <summary>Every feature of those picked against everybody, the furthest first.</summary>
    public static async Task<ExportTable?> DifferencesAsync(ExportRequest request, CancellationToken cancellationToken)
        => await FindAsync(request, cancellationToken) is { } pick
            ? ExportTable.Of<FeatureDifference>(
                () => Texts.ExploreDiffers,
                FeatureDifferences.Of(pick.Customers, pick.Rows),
                new(Texts.ExploreFeature, ValueKind.Text, row => Headings.InFile(row.Feature)),
                new(Texts.ExploreDeviations, ValueKind.Number, row => row.Standardised),
                new(Texts.ExploreSelection, ValueKind.Number, row => MoneyCell.OfFeature(row.Feature, row.Mean)),
                new(Texts.AllCustomers, ValueKind.Number, row => MoneyCell.OfFeature(row.Feature, row.BaseMean))) with
            { Conditions = pick.Words }
            : null;

    /// <summary>The audiences that the person sees, newest first.</summary>
    public static async Task<ExportTable?> AudiencesAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var service = request.Get<AudienceService>();
        var audiences = await service.ListAsync(request.Person.ToActor(), cancellationToken);
        var present = await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is { } published
            ? audiences.Zip(await service.CountPresentAsync(audiences, published.Customers, published.Run.Run.Id, cancellationToken)).ToDictionary(pair => pair.First.Id, pair => pair.Second)
            : [];
        return ExportTable.Of<Audience>(
            () => Texts.ExploreAudiences,
            audiences,
            new(Texts.ExploreName, ValueKind.Text, audience => audience.Name),
            new(Texts.ColumnCustomers, ValueKind.Whole, audience => present.TryGetValue(audience.Id, out var count) ? count : null),
            new(Texts.AudienceWhenSaved, ValueKind.Whole, audience => audience.Customers),
            new(Texts.ExploreOwner, ValueKind.Text, audience => audience.Owner),
            new(Texts.ExploreSavedOn, ValueKind.Moment, audience => audience.CreatedAt),
            new(Texts.ExploreSharing, ValueKind.Text, audience => audience.IsShared ? Texts.ExploreShared : Texts.ExplorePrivate));
    }

    private static async Task<Pick?> FindAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { Customers: var customers })
        {
            return null;
        }

        var state = ExploreQuery.Read(request.Address, customers);
        var service = request.Get<AudienceService>();
        var actor = request.Person.ToActor();
        var audience = state.AudienceId is { } id ? await service.FindAsync(actor, id, cancellationToken) : null;
        var members = await service.FindMembersAsync(actor, audience?.Id, cancellationToken);
        return state.AudienceId is not null && members is null ? null : new Pick(customers, state, CustomerPick.Of(customers, state, members).Picked, () => ProjectionText.Conditions(customers, state, audience));
    }

    private sealed record Pick(CustomerTable Customers, ExploreQuery State, ImmutableArray<int> Rows, Func<IEnumerable<string>> Words);
}
