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

    /// <summary>The columns of the list below the map; those that the run has.</summary>
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
        var audience = await service.FindPresenceAsync(actor, state.AudienceId, customers, cancellationToken);
        return state.AudienceId is not null && audience is null ? null : new Pick(customers, state, CustomerPick.Of(customers, state, audience?.Rows).Picked, () => ProjectionText.Conditions(customers, state, audience?.Audience));
    }

    private sealed record Pick(CustomerTable Customers, ExploreQuery State, ImmutableArray<int> Rows, Func<IEnumerable<string>> Words);
}
