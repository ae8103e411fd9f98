using System.Collections.Immutable;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Clustering.Density;

/// <summary>Settings of <see cref="Dbscan"/> in a recipe.</summary>
public sealed record DbscanOptions : ClustererOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "dbscan";

    private static readonly Setting<double> s_radiusFactor = SettingDescriptor.Number("radiusFactor", "RadiusFactor", 1, new(0, 1_000, LowestIsOut: true));
    private static readonly Setting<int> s_minimumNeighbours = SettingDescriptor.Whole("minimumNeighbours", "MinimumNeighbours", 5, new(2, 10_000), SettingUnit.Customers);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public DbscanOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting of a recipe, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_radiusFactor, s_minimumNeighbours];

    /// <summary>The radius in multiples of the one that <see cref="KDistances.SuggestedRadius"/> suggests: spaces differ in scale, from seed to seed too.</summary>
    public double RadiusFactor { get; init => field = s_radiusFactor.Check(value); } = s_radiusFactor.Default;

    /// <summary>Rows within the radius, the row itself counted, that make a row part of a cluster's core.</summary>
    public int MinimumNeighbours { get; init => field = s_minimumNeighbours.Check(value); } = s_minimumNeighbours.Default;
}
