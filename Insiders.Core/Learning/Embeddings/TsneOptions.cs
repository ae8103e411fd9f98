using System.Collections.Immutable;
using Insiders.Core.Numerics;
using Insiders.Core.Settings;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of <see cref="Tsne"/>.</summary>
public sealed record TsneOptions : EmbeddingOptions
{
    /// <summary>The name in files.</summary>
    public const string Name = "tsne";

    private static readonly Setting<int> s_dimensions = SettingDescriptor.Whole("dimensions", "Dimensions", 2, new(1, 3), SettingUnit.Dimensions);
    private static readonly Setting<double> s_perplexity = SettingDescriptor.Number("perplexity", "Perplexity", 30, new(1, 500));
    private static readonly Setting<RowMetric> s_metric = SettingDescriptor.Choice("metric", "Metric", RowMetric.Euclidean);
    private static readonly Setting<int> s_maximumIterations = SettingDescriptor.Whole("maximumIterations", "MaximumIterations", 1_000, new(250, 100_000), SettingUnit.Iterations);

    /// <summary>The settings unless somebody says otherwise.</summary>
    public TsneOptions()
        : base(Name)
    {
    }

    /// <summary>Every setting, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_dimensions, s_perplexity, s_metric, s_maximumIterations];

    /// <summary>Dimensions of the embedding.</summary>
    public int Dimensions { get; init => field = s_dimensions.Check(value); } = s_dimensions.Default;

    /// <summary>How many neighbours a row feels, about; less where there are few rows.</summary>
    public double Perplexity { get; init => field = s_perplexity.Check(value); } = s_perplexity.Default;

    /// <summary>How far apart two rows are.</summary>
    public RowMetric Metric { get; init; } = s_metric.Default;

    /// <summary>Iterations at most, the first 250 of them with exaggerated attraction.</summary>
    public int MaximumIterations { get; init => field = s_maximumIterations.Check(value); } = s_maximumIterations.Default;
}
