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
        if (await request.Get<ValueLoader>().FindAsync(ValueQuery.Standard, cancellationToken) is not { } view)
        {
            return null;
        }

        return ExportTable.Of<GroupOutlook>(
            () => Texts.ValueGroups,
            view.Outlook?.Groups ?? [],
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
}
