using System.Collections.Immutable;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Every clustering method there is.</summary>
public static class ClustererCatalog
{
    /// <summary>The methods, in the order that forms show them.</summary>
    public static ImmutableArray<ClustererEntry> All { get; } =
    [
        new(new MixtureOptions(), MixtureOptions.Settings, "Ellipsoids of any direction and size, fitted by likelihood; the study's choice.",
            PlacesNewRows: true, options => new MixtureClusterer((MixtureOptions)options)),
        new(new KMeansOptions(), KMeansOptions.Settings, "Round groups of similar spread around their means; fast and easy to explain.",
            PlacesNewRows: true, options => new KMeansClusterer((KMeansOptions)options)),
    ];
}
