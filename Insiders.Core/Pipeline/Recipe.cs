using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Serialization;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Segments;
using Insiders.Core.Settings;

namespace Insiders.Core.Pipeline;

/// <summary>Every setting of a run. The defaults are the study's recipe.</summary>
/// <remarks>The same ledger, recipe and seed give the same labels, whatever the number of threads.</remarks>
public sealed record Recipe
{
    /// <summary>The version of the shape that recipes are written in; <see cref="RecipeJson"/> reads earlier ones.</summary>
    public const int CurrentVersion = 2;

    // Below five groups there is nothing to choose between, above eleven marketing cannot act.
    private const int FewestGroups = 5;
    private const int MostGroups = 11;

    private static readonly Setting<ulong> s_seed = new("seed", "Seed", SettingKind.Whole, 42) { Range = new(0, ulong.MaxValue) };

    private static readonly Setting<ImmutableArray<string>> s_modelFeatures = SettingDescriptor.Texts(
        "modelFeatures",
        "ModelFeatures",
        ["latitude", "Monday", "day_05", "day_11", "day_21", "day_24", "day_25", "day_26", "day_27", "day_29", "recency_days", "qtty_items", "qtty_unique_items", "avg_ticket", "avg_basket_size", "return_rate"],
        SettingKind.Features);

    private static readonly Setting<int> s_modelSample = SettingDescriptor.Whole("modelSample", "ModelSample", 20_000, new(1_000), SettingUnit.Customers);

    private static readonly Setting<bool> s_choosesFeatures = SettingDescriptor.Switch("choosesFeatures", "ChoosesFeatures", false);

    /// <summary>The settings that belong to no step, in the order of forms.</summary>
    public static ImmutableArray<SettingDescriptor> Settings { get; } = [s_seed, s_modelFeatures, s_choosesFeatures, s_modelSample];

    /// <summary>The study's recipe.</summary>
    public static Recipe Study { get; } = new();

    /// <summary>The recipe for any shop, a design of its own (decision 0034): nothing is left out by name, and no feature was chosen by what it does to one ledger; its thresholds were set on two.</summary>
    /// <remarks>
    /// Everything that the catalogue says of how customers buy, the most important first, as far as the ledger at hand has it (<see cref="FeatureChoice"/>), on logarithmic
    /// scales; k-means; the most groups that are found again in samples, five to eleven where there are customers enough.
    /// </remarks>
    public static Recipe Shop { get; } = new()
    {
        Cleaning = CleaningSettings.Shop,
        ModelFeatures =
        [
            "gross_revenue", "recency_days", "qtty_invoices", "frequency", "avg_recency", "qtty_items", "qtty_unique_items", "avg_ticket", "avg_basket_size", "avg_unique_basket_size",
            "return_rate", "qtty_returns",
        ],
        ChoosesFeatures = true,
        Embedding = [new ScalingOptions { Method = ScalingMethod.Log }],
        Clustering = [new KMeansOptions { Starts = 20 }],
        Sweep = new SweepOptions { Minimum = FewestGroups, Maximum = MostGroups, Chooses = ClusterCountRule.Stability, Adapts = true },
        Merge = new MergeOptions { Most = MostGroups },
    };

    /// <summary>The version of its shape.</summary>
    public int Version { get; } = CurrentVersion;

    /// <summary>Seed of every random choice.</summary>
    public ulong Seed { get; init; } = s_seed.Default;

    /// <summary>Which rows count as sales to customers.</summary>
    public CleaningSettings Cleaning { get; init; } = CleaningSettings.Default;

    /// <summary>Features the model sees, by name in the <see cref="FeatureCatalog"/>; at least one. A weekday or day that no customer has is left out and reported.</summary>
    public ImmutableArray<string> ModelFeatures
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A recipe needs at least one feature.", nameof(ModelFeatures))
            : [.. value.Select(name => FeatureCatalog.Find(name).Name)];
    } = s_modelFeatures.Default;

    /// <summary>True when features that hardly differ between customers of this ledger, or repeat an earlier feature, are left out and reported.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool ChoosesFeatures { get; init; } = s_choosesFeatures.Default;

    /// <summary>Above so many customers the model is fitted on an evenly spread sample by revenue and applied to all.</summary>
    public int ModelSample { get; init => field = s_modelSample.Check(value); } = s_modelSample.Default;

    /// <summary>How customers get the places that clusters are found in: steps one after the other, the first on the scaled features; without a step those are the places. Each kind once.</summary>
    public ImmutableArray<EmbeddingOptions> Embedding { get; init => field = CheckChain(value, nameof(Embedding)); } = [new ForestOptions(), new UmapOptions()];

    /// <summary>The picture in two dimensions.</summary>
    public ProjectionOptions Projection { get; init; } = new();

    /// <summary>The clustering methods that are tried, at least one, each kind once.</summary>
    public ImmutableArray<ClustererOptions> Clustering
    {
        get;
        init => field = value.IsDefaultOrEmpty ? throw new ArgumentException("A recipe needs at least one clustering method.", nameof(Clustering))
            : CheckKinds(value, nameof(Clustering));
    } = [new MixtureOptions()];

    /// <summary>Which numbers of clusters are tried. The minimum must not exceed the maximum.</summary>
    public SweepOptions Sweep
    {
        get;
        init => field = value.Minimum <= value.Maximum ? value
            : throw new ArgumentException($"The minimum ({value.Minimum}) must not exceed the maximum ({value.Maximum}).", nameof(Sweep));
    } = new();

    /// <summary>How clusters become segments.</summary>
    public MergeOptions Merge { get; init; } = new();

    private static ImmutableArray<EmbeddingOptions> CheckChain(ImmutableArray<EmbeddingOptions> chain, string property)
    {
        foreach (var step in CheckKinds(chain, property).OfType<UmapOptions>().Where(step => step.MinimumDistance > step.Spread))
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"The minimum distance ({step.MinimumDistance}) must not exceed the spread ({step.Spread})."), property);
        }

        return chain;
    }

    private static ImmutableArray<T> CheckKinds<T>(ImmutableArray<T> steps, string property)
        where T : StepOptions
        => steps.IsDefault || steps.Any(step => step is null) ? throw new ArgumentException("A step is missing.", property)
            : steps.GroupBy(step => step.Kind).FirstOrDefault(kind => kind.Count() > 1) is { } twice ? throw new ArgumentException($"'{twice.Key}' stands twice; expected each kind once.", property)
            : steps;
}
