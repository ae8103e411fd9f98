using System.Collections.Immutable;
using Insiders.Core.Features;

namespace Insiders.Core.Customers;

/// <summary>The catalogue of measures that follow from features: columns, filters, sort keys, exports, percentiles and the glossary read it.</summary>
public static class CustomerMeasures
{
    /// <summary>Revenue per invoice: what people call the average ticket. <c>avg_ticket</c> is the study's mean per invoice line.</summary>
    public const string OrderValue = "order_value";

    /// <summary>All of them.</summary>
    public static ImmutableArray<CustomerMeasure> All { get; } =
    [
        new(OrderValue, FeatureUnit.Money, "Revenue ÷ invoices: what one order is worth.", "gross_revenue", "qtty_invoices"),
    ];

    /// <summary>The measure of a name; null where it is a feature, or nothing.</summary>
    public static CustomerMeasure? Find(string name) => All.FirstOrDefault(measure => measure.Name == name);
}
