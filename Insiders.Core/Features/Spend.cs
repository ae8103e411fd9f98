using System.Collections.Immutable;

namespace Insiders.Core.Features;

/// <summary>How much a customer spends.</summary>
internal static class Spend
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("gross_revenue", FeatureUnit.Money, "Everything the customer bought, returns not taken off.", "gross_revenue_amount", Scaled: true),
        new("avg_ticket", FeatureUnit.Money, "Mean amount of one line of an invoice.", "coalesce(gross_revenue_amount / nullif(purchase_lines, 0), 0)", Scaled: true),
    ];
}
