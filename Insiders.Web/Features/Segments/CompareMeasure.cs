using System.Collections.Immutable;
using Insiders.Core.Segments;
using Insiders.Web.Shared;

namespace Insiders.Web.Features.Segments;

/// <summary>One line of the comparison of segments.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">Its figure for a group.</param>
/// <param name="Text">The figure as written.</param>
/// <param name="IsMean">True where the figure stands for a customer, so that groups of any size compare.</param>
public sealed record CompareMeasure(string Name, Func<GroupProfile, double> Value, Func<double, string> Text, bool IsMean)
{
    /// <summary>Every line, in the order they are read.</summary>
    public static ImmutableArray<CompareMeasure> All =>
    [
        new(Texts.ColumnCustomers, profile => profile.Customers, Figures.Whole, IsMean: false),
        new(Texts.SegCustomerShare, profile => profile.CustomerShare, Figures.Percent, IsMean: false),
        new(Texts.ColumnRevenue, profile => profile.RevenueAmount, Figures.Whole, IsMean: false),
        new(Texts.SegRevenueShare, profile => profile.RevenueShare, Figures.Percent, IsMean: false),
        .. Means,
    ];

    /// <summary>Those that stand for a customer: the axes of charts.</summary>
    public static ImmutableArray<CompareMeasure> Means =>
    [
        new(Texts.ColumnMeanRevenue, profile => profile.MeanRevenueAmount, Figures.Whole, IsMean: true),
        new(Texts.KpiMedianRevenue, profile => profile.MedianRevenueAmount, Figures.Whole, IsMean: true),
        new(Texts.ColumnRecency, profile => profile.RecencyDays, Figures.One, IsMean: true),
        new(Texts.ColumnFrequency, profile => profile.Frequency, Figures.Four, IsMean: true),
        new(Texts.ColumnInvoices, profile => profile.Invoices, Figures.One, IsMean: true),
        new(Texts.ColumnItems, profile => profile.Items, Figures.Whole, IsMean: true),
        new(Texts.SegReturnRate, profile => profile.ReturnShare, Figures.Percent, IsMean: true),
    ];
}
