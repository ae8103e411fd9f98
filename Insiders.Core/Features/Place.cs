using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Core.Features;

/// <summary>Where a customer is.</summary>
internal static class Place
{
    internal static ImmutableArray<FeatureDefinition> All { get; } =
    [
        new("latitude", FeatureUnit.Degrees, "Degrees north of the customer's country; 0 where the map does not know it.", "latitude", Scaled: true) { Needs = LedgerColumn.Country },
        new("longitude", FeatureUnit.Degrees, "Degrees east of the customer's country; 0 where the map does not know it.", "longitude", Scaled: true) { Needs = LedgerColumn.Country },
    ];
}
