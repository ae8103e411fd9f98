using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Segments;

namespace Insiders.Core.Pipeline;

/// <summary>Every setting of a run. The defaults are the study's recipe.</summary>
/// <remarks>The same ledger, recipe and seed give the same labels, whatever the number of threads.</remarks>
public sealed record Recipe
{
    /// <summary>The study's recipe.</summary>
    public static Recipe Study { get; } = new();

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>Which rows count as sales to customers.</summary>
    public CleaningSettings Cleaning { get; init; } = CleaningSettings.Default;

    /// <summary>Features the model sees, by name in the <see cref="FeatureCatalog"/>; at least one. A weekday or day that no customer has is left out and reported.</summary>
    public ImmutableArray<string> ModelFeatures
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A recipe needs at least one feature.", nameof(ModelFeatures))
            : [.. value.Select(name => FeatureCatalog.Find(name).Name)];
    } = ["latitude", "Monday", "day_05", "day_11", "day_21", "day_24", "day_25", "day_26", "day_27", "day_29", "recency_days",
        "qtty_items", "qtty_unique_items", "avg_ticket", "avg_basket_size", "return_rate"];

    /// <summary>The forest whose leaves place the customers.</summary>
    public ForestOptions Forest { get; init; } = new();

    /// <summary>The embedding the clusters are found in. Its minimum distance must not exceed its spread.</summary>
    public UmapOptions Embedding
    {
        get;
        init => field = value.MinimumDistance <= value.Spread ? value
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The minimum distance ({value.MinimumDistance}) must not exceed the spread ({value.Spread})."), nameof(Embedding));
    } = new();

    /// <summary>Passes over the graph for the 2-D map that people look at, 1 to 10,000; null: as in <see cref="UmapOptions.Epochs"/>.</summary>
    public int? MapEpochs
    {
        get;
        init => field = value is null or (>= 1 and <= 10_000) ? value
            : throw new ArgumentOutOfRangeException(nameof(MapEpochs), value, "Epochs are 1 to 10,000, or not given.");
    }

    /// <summary>Which numbers of clusters are tried. The minimum must not exceed the maximum.</summary>
    public SweepOptions Sweep
    {
        get;
        init => field = value.Minimum <= value.Maximum ? value
            : throw new ArgumentException($"The minimum ({value.Minimum}) must not exceed the maximum ({value.Maximum}).", nameof(Sweep));
    } = new();

    /// <summary>The mixture fitted for each of them.</summary>
    public MixtureOptions Mixture { get; init; } = new();

    /// <summary>How clusters become segments.</summary>
    public MergeOptions Merge { get; init; } = new();

    /// <summary>Above so many customers the model is fitted on an evenly spread sample by revenue and applied to all; 1,000 or more.</summary>
    public int ModelSample { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1_000, nameof(ModelSample)); field = value; } } = 20_000;
}
