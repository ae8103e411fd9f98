using System.Collections.Immutable;
using Insiders.Core.Numerics;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of <see cref="Umap"/> and <see cref="UmapGraph"/>. The defaults are the study's.</summary>
public sealed record UmapOptions : EmbeddingOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "umap";

    private static readonly Setting<int> s_dimensions = SettingDescriptor.Whole("dimensions", "Dimensions", 43, new(1, 256), SettingUnit.Dimensions);
    private static readonly Setting<int> s_neighbours = SettingDescriptor.Whole("neighbours", "Neighbours", 15, new(2, 200), SettingUnit.Neighbours);
    private static readonly Setting<RowMetric> s_metric = SettingDescriptor.Choice("metric", "Metric", RowMetric.Euclidean);
    private static readonly Setting<double> s_minimumDistance = SettingDescriptor.Number("minimumDistance", "MinimumDistance", 0.1, new(0));
    private static readonly Setting<double> s_spread = SettingDescriptor.Number("spread", "Spread", 1, new(0, LowestIsOut: true));
    private static readonly Setting<int?> s_epochs = SettingDescriptor.WholeOrNone("epochs", "Epochs", new(1, 10_000), SettingUnit.Passes);
    private static readonly Setting<int> s_negativeSamples = SettingDescriptor.Whole("negativeSamples", "NegativeSamples", 5, new(1, 50));

    /// <summary>The settings unless somebody says otherwise.</summary>
    public UmapOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_dimensions, s_neighbours, s_metric, s_minimumDistance, s_spread, s_epochs, s_negativeSamples];

    /// <summary>Dimensions of the embedding.</summary>
    public int Dimensions { get; init => field = s_dimensions.Check(value); } = s_dimensions.Default;

    /// <summary>Neighbours per row, the row itself counted.</summary>
    public int Neighbours { get; init => field = s_neighbours.Check(value); } = s_neighbours.Default;

    /// <summary>How far apart two rows are.</summary>
    public RowMetric Metric { get; init; } = s_metric.Default;

    /// <summary>How close points may sit in the embedding, up to <see cref="Spread"/>: the recipe and <see cref="EmbeddingCurve.Fit"/> check the pair.</summary>
    public double MinimumDistance { get; init => field = s_minimumDistance.Check(value); } = s_minimumDistance.Default;

    /// <summary>Scale of the embedding.</summary>
    public double Spread { get; init => field = s_spread.Check(value); } = s_spread.Default;

    /// <summary>Passes over the graph; null: 500 up to 10,000 rows, 200 above.</summary>
    public int? Epochs { get; init => field = s_epochs.Check(value); } = s_epochs.Default;

    /// <summary>Random points each row is pushed away from per attraction.</summary>
    public int NegativeSamples { get; init => field = s_negativeSamples.Check(value); } = s_negativeSamples.Default;
}
