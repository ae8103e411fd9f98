using System.Globalization;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;

namespace Insiders.Web.Features.Value;

/// <summary>The exports of what comes next.</summary>
public static class ValueExports
{
    /// <summary>The groups, as on the page; null until a run is published.</summary>
    public static async Task<ExportTable?> GroupsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<ValueLoader>().FindWholeAsync(ValueQuery.Standard, cancellationToken) is not { } view)
        {
            return null;
        }

        return ExportTable.Of<GroupOutlook>(
            () => Texts.ValueGroups,
            view.Groups,
            [
                new(Texts.ValueGroup, ValueKind.Text, group => ValueText.NameOf(group.Group, group.SegmentId, view.Published)),
                new(Texts.KpiCustomers, ValueKind.Whole, group => group.Customers),
                new(Texts.MeasureStayChance, ValueKind.Share, group => group.Customers == 0 ? null : group.Staying / group.Customers),
                .. OutlookColumns.Horizons.SelectMany((days, place) => (ExportField<GroupOutlook>[])
                [
                    new(FeatureText.NameOf(Core.Customers.SalesMeasures.ExpectedOrders(days)), ValueKind.Number, group => group.Horizons[place].Orders),
                    new(FeatureText.NameOf(Core.Customers.SalesMeasures.ExpectedRevenue(days)), ValueKind.Money, group => group.Horizons[place].Money),
                    new(Format.Fill(Texts.ValueLow, days), ValueKind.Money, group => group.Horizons[place].MoneyLow),
                    new(Format.Fill(Texts.ValueHigh, days), ValueKind.Money, group => group.Horizons[place].MoneyHigh),
                ]),
            ]);
    }

    /// <summary>The hold-outs, as on the page; null until a run is published.</summary>
    public static async Task<ExportTable?> HoldoutsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await request.Get<PublishedRunCache>().FindAsync(cancellationToken) is not { } run ? null : ExportTable.Of<Holdout>(
            () => Texts.HoldoutsPage,
            await request.Get<HoldoutService>().ListAsync(cancellationToken),
            new(Texts.HoldoutName, ValueKind.Text, holdout => holdout.Name),
            new(Texts.ValueGroup, ValueKind.Text, holdout => ValueText.NameOf(holdout.Group, holdout.SegmentId, run)),
            new(Texts.HoldoutMetric, ValueKind.Text, holdout => HoldoutText.NameOf(holdout.Metric)),
            new(Texts.HoldoutFirst, ValueKind.Day, holdout => holdout.StartsOn),
            new(Texts.HoldoutLast, ValueKind.Day, holdout => holdout.EndsOn),
            new(Texts.HoldoutBy, ValueKind.Text, holdout => holdout.CreatedBy));
    }

    /// <summary>Who is in which arm of a hold-out; null without one.</summary>
    public static async Task<ExportTable?> ArmsAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var service = request.Get<HoldoutService>();
        if (!long.TryParse(request.Text(HoldoutsViewModel.IdKey), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            || (await service.ListAsync(cancellationToken)).FirstOrDefault(known => known.Id == id) is not { } holdout)
        {
            return null;
        }

        return ExportTable.Of<HoldoutMember>(
            () => holdout.Name,
            await service.ReadMembersAsync(id, cancellationToken),
            new(Texts.ExploreCustomer, ValueKind.Text, member => member.CustomerId),
            new(Texts.HoldoutArm, ValueKind.Text, member => HoldoutText.NameOf(member.Arm)));
    }
}
