using System.Collections.Immutable;

namespace Insiders.Core.Features;

/// <summary>How much and how many different things a customer buys.</summary>
internal static class Basket
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("qtty_items", FeatureUnit.Count, "Items bought.", "bought_items", Scaled: true),
        new("qtty_unique_items", FeatureUnit.Count, "Different products bought.", "products", Scaled: true),
        new("avg_basket_size", FeatureUnit.Ratio, "Items bought per invoice.", "coalesce(bought_items / nullif(invoices, 0), 0)", Scaled: true),
        new("avg_unique_basket_size", FeatureUnit.Ratio, "Different products bought per invoice.", "coalesce(products / nullif(invoices, 0), 0)", Scaled: true),
    ];
}
