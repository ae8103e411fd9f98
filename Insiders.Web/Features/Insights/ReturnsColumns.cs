using System.Collections.Immutable;
using Insiders.Core.Customers.ReturnedGoods;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;

namespace Insiders.Web.Features.Insights;

/// <summary>The columns of the tables of returns.</summary>
public static class ReturnsColumns
{
    /// <summary>By segment.</summary>
    public static ImmutableArray<TableField<(RunSegment? Segment, ReturnFigures Figures)>> Segments(ReturnsViewModel view)
    {
        ArgumentNullException.ThrowIfNull(view);
        return
        [
            new(Texts.ColumnSegment, ValueKind.Text, line => line.Segment is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.NotInAnyGroup),
            new(Texts.KpiCustomers, ValueKind.Whole, line => line.Figures.Customers),
            new(Texts.ReturnsReturning, ValueKind.Whole, line => line.Figures.Returning),
            new(Texts.ReturnsAmount, ValueKind.Money, line => line.Figures.Amount),
            new(Texts.ReturnsItems, ValueKind.Whole, line => line.Figures.Items),
            new(Texts.ReturnsMean, ValueKind.Number, line => line.Figures.MeanItems),
            new(Texts.ReturnsMedian, ValueKind.Number, line => line.Figures.MedianItems),
            new(Texts.ReturnsPooled, ValueKind.Share, line => line.Figures.PooledRate),
            new(Texts.ReturnsMeanRate, ValueKind.Share, line => line.Figures.MeanRate),
        ];
    }

    /// <summary>By product.</summary>
    public static ImmutableArray<TableField<ReturnedProduct>> Products() =>
    [
        new(Texts.ReturnsProduct, ValueKind.Text, product => product.Description.Length > 0 ? product.Description : product.StockCode),
        new(Texts.ReturnsCode, ValueKind.Text, product => product.StockCode),
        new(Texts.ReturnsAmount, ValueKind.Money, product => product.ReturnedAmount),
        new(Texts.ReturnsItems, ValueKind.Whole, product => product.ReturnedItems),
        new(Texts.ReturnsBought, ValueKind.Whole, product => product.BoughtItems),
        new(Texts.ReturnsRate, ValueKind.Share, product => product.Rate),
        new(Texts.ReturnsReturning, ValueKind.Whole, product => product.Customers),
    ];

    /// <summary>By customer.</summary>
    public static ImmutableArray<TableField<CustomerReturns>> Customers(ReturnsViewModel view)
    {
        ArgumentNullException.ThrowIfNull(view);
        var customers = view.Scope.Customers;
        return
        [
            new(Texts.CustomersCustomer, ValueKind.Text, one => customers.Ids[one.Row]),
            new(Texts.ColumnSegment, ValueKind.Text, one => customers.SegmentAt(one.Row) is { } segment ? Format.NameOf(segment.Segment.Name) : Texts.NotInAnyGroup),
            new(Texts.ReturnsAmount, ValueKind.Money, one => one.Amount),
            new(Texts.ReturnsItems, ValueKind.Whole, one => one.Items),
            new(Texts.ReturnsBought, ValueKind.Whole, one => one.BoughtItems),
            new(Texts.ReturnsRate, ValueKind.Share, one => one.Rate),
        ];
    }
}
