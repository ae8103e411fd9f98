using Insiders.Core.Analysis;
using Insiders.Core.Clustering;
using Insiders.Core.Features;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Base;
using Insiders.Web.Shared.Exports;

namespace Insiders.Web.Features.Customers;

/// <summary>The list of customers as a file: every customer of the list, and every feature whatever columns are on view.</summary>
public static class CustomerExports
{
    /// <summary>The customers that the query asks for, in its order; null while no run is published.</summary>
    public static async Task<ExportTable?> CustomersAsync(ExportRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (await request.Get<BaseDesk>().FindAsync(cancellationToken) is not { Customers: var customers })
        {
            return null;
        }

        var address = ListAddress.Read(request.Address, customers);
        return ExportTable.Of<int>(Texts.PageCustomers, request.Get<CustomerListDesk>().Find(customers, address.Filter, address.Order).Sorted, Fields(customers));
    }

    /// <summary>The columns of a row of a base.</summary>
    public static ExportField<int>[] Fields(CustomerBase customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return
        [
            new(Texts.CustomersCustomer, ExportKind.Text, row => customers.Ids[row]),
            new(Texts.ColumnSegment, ExportKind.Text, row => customers.SegmentAt(row) is { } segment ? Figures.NameOf(segment.Segment.Name) : null),
            .. StageField(customers),
            new(Texts.CustomersCountry, ExportKind.Text, row => customers.Countries[row]),
            new(Texts.CustomersCluster, ExportKind.Whole, row => customers.Clusters[row] is var cluster && cluster != Partition.Noise ? cluster : null),
            new(Texts.CustomersFit, ExportKind.Number, row => customers.Silhouettes[row] is var silhouette && double.IsNaN(silhouette) ? null : silhouette),
            new(Texts.CustomersMapX, ExportKind.Number, row => customers.X[row]),
            new(Texts.CustomersMapY, ExportKind.Number, row => customers.Y[row]),
            .. customers.MeasureNames.Select(feature => Field(feature, customers)),
        ];
    }

    private static IEnumerable<ExportField<int>> StageField(CustomerBase customers)
        => customers.Stages is { } known ? [new(Texts.StageTitle, ExportKind.Text, row => SegmentWords.NameOf(known.Stages[row]))] : [];

    private static ExportField<int> Field(string feature, CustomerBase customers)
    {
        var values = customers.Feature(feature);
        return new(FeatureWords.NameOf(feature), KindOf(feature), row => values[row]);
    }

    private static ExportKind KindOf(string feature) => CustomerBase.UnitOf(feature) switch
    {
        FeatureUnit.Money => ExportKind.Money,
        FeatureUnit.Share => ExportKind.Share,
        FeatureUnit.Count => ExportKind.Whole,
        _ => ExportKind.Number,
    };
}
