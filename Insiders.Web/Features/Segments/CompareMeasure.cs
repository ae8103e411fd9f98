using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Segments;

/// <summary>One line of the comparison of segments.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Kind">What the figure is.</param>
/// <param name="Value">Its figure for a group.</param>
/// <param name="Text">The figure as written.</param>
/// <param name="IsMean">True where the figure stands for a customer, so that groups of any size compare.</param>
public sealed record CompareMeasure(string Name, ValueKind Kind, Func<GroupProfile, double> Value, Func<double, string> Text, bool IsMean)
{
    /// <summary>Every line, in the order they are read.</summary>
    public static ImmutableArray<CompareMeasure> All =>
    [
        new(Texts.ColumnCustomers, ValueKind.Whole, profile => profile.Customers, Format.Whole, IsMean: false),
        new(Texts.SegCustomerShare, ValueKind.Share, profile => profile.CustomerShare, Format.Percent, IsMean: false),
        new(Texts.ColumnRevenue, ValueKind.Money, profile => profile.RevenueAmount, Format.WholeMoney, IsMean: false),
        new(Texts.SegRevenueShare, ValueKind.Share, profile => profile.RevenueShare, Format.Percent, IsMean: false),
        .. Means,
    ];

    /// <summary>Those that stand for a customer: the axes of charts.</summary>
    public static ImmutableArray<CompareMeasure> Means =>
    [
        new(Texts.ColumnMeanRevenue, ValueKind.Money, profile => profile.MeanRevenueAmount, Format.WholeMoney, IsMean: true),
        new(Texts.KpiMedianRevenue, ValueKind.Money, profile => profile.MedianRevenueAmount, Format.WholeMoney, IsMean: true),
        new(Texts.MeasureOrderValue, ValueKind.Money, profile => profile.OrderValueAmount(), Format.Money, IsMean: true),
        new(Texts.ColumnRecency, ValueKind.Number, profile => profile.RecencyDays, Format.One, IsMean: true),
        new(Texts.ColumnFrequency, ValueKind.Number, profile => profile.Frequency, Format.Every, IsMean: true),
        new(Texts.ColumnInvoices, ValueKind.Number, profile => profile.Invoices, Format.One, IsMean: true),
        new(Texts.ColumnItems, ValueKind.Number, profile => profile.Items, Format.Whole, IsMean: true),
        new(Texts.SegReturnRate, ValueKind.Share, profile => profile.ReturnShare, Format.Percent, IsMean: true),
    ];

    /// <summary>The name with the unit of the figure.</summary>
    public string Heading => Kind switch { ValueKind.Money => Headings.Money(Name), ValueKind.Share => Headings.Share(Name), _ => Name };

    /// <summary>The figure of a group in a chart's table.</summary>
    public ChartCell Cell(GroupProfile profile) => new(Kind, Value(profile), Text(Value(profile)));
}
