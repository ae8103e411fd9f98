using Insiders.Core.Segments;
using Insiders.Web.Exports;

namespace Insiders.Web.Components.Exporting;

/// <summary>The columns of a profile, for tables of segments, clusters or regions.</summary>
public static class ProfileFields
{
    /// <summary>The columns, in the order of the page.</summary>
    public static IEnumerable<ExportField<T>> Of<T>(Func<T, GroupProfile> profile) =>
    [
        new(Texts.ColumnCustomers, ValueKind.Whole, row => profile(row).Customers),
        new(Texts.ExportCustomerShare, ValueKind.Share, row => profile(row).CustomerShare),
        new(Texts.ColumnRevenue, ValueKind.Money, row => profile(row).RevenueAmount),
        new(Texts.ExportRevenueShare, ValueKind.Share, row => profile(row).RevenueShare),
        new(Texts.ColumnMeanRevenue, ValueKind.Money, row => profile(row).MeanRevenueAmount),
        new(Texts.KpiMedianRevenue, ValueKind.Money, row => profile(row).MedianRevenueAmount),
        new(Texts.MeasureOrderValue, ValueKind.Money, row => profile(row).OrderValueAmount()),
        new(Texts.ColumnRecency, ValueKind.Number, row => profile(row).RecencyDays),
        new(Texts.ColumnFrequency, ValueKind.Number, row => profile(row).Frequency),
        new(Texts.ColumnInvoices, ValueKind.Number, row => profile(row).Invoices),
        new(Texts.ColumnItems, ValueKind.Number, row => profile(row).Items),
        new(Texts.ColumnReturnRate, ValueKind.Share, row => profile(row).ReturnShare),
    ];
}
