using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Core.Features;

/// <summary>How much and how many different things a customer buys.</summary>
internal static class Basket
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("qtty_items", FeatureUnit.Count, "Items bought.", "bought_items", Scaled: true) { Needs = LedgerColumn.Quantity },
        new("qtty_unique_items", FeatureUnit.Count, "Different products bought.", "products", Scaled: true) { Needs = LedgerColumn.StockCode },
        new("avg_basket_size", FeatureUnit.Ratio, "Items bought per invoice.", "coalesce(bought_items / nullif(invoices, 0), 0)", Scaled: true) { Needs = LedgerColumn.Quantity },
        new("avg_unique_basket_size", FeatureUnit.Ratio, "Different products bought per invoice.", "coalesce(products / nullif(invoices, 0), 0)", Scaled: true) { Needs = LedgerColumn.StockCode },
    ];
}
