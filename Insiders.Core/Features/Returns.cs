using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Core.Features;

/// <summary>What a customer sends back.</summary>
internal static class Returns
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("qtty_returns", FeatureUnit.Count, "Items returned.", "returned_items", Scaled: true) { Needs = LedgerColumn.Quantity },
        new("return_rate", FeatureUnit.Share, "Items returned ÷ items bought; 1 where items were returned and none bought.",
            "coalesce(returned_items / nullif(bought_items, 0), least(returned_items, 1))", Scaled: true) { Needs = LedgerColumn.Quantity },
    ];
}
