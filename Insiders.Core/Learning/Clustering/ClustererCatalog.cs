using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering.Density;

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
        new(new HierarchicalOptions(), HierarchicalOptions.Settings, "The two nearest clusters become one, again and again; how they were joined can be drawn as a tree.",
            PlacesNewRows: false, options => new HierarchicalClusterer((HierarchicalOptions)options)),
        new(new SpectralOptions(), SpectralOptions.Settings, "Groups that few links between near customers lead out of, whatever their shape.",
            PlacesNewRows: false, options => new SpectralClusterer((SpectralOptions)options)),
        new(new DbscanOptions(), DbscanOptions.Settings, "Places where customers are dense, of any shape and number; those between them are noise.",
            PlacesNewRows: true, options => new DbscanClusterer((DbscanOptions)options)) { FindsClusterCount = true },
        new(new HdbscanOptions(), HdbscanOptions.Settings, "Dense places of different density, those that last longest as the bar rises; the rest is noise.",
            PlacesNewRows: false, options => new HdbscanClusterer((HdbscanOptions)options)) { FindsClusterCount = true },
    ];
}
