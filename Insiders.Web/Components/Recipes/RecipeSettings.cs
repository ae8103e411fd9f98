using System.Collections.Immutable;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Settings;

namespace Insiders.Web.Components.Recipes;

/// <summary>Every setting of a recipe except cleaning, which has a form of its own: a group for each method of a catalogue, and the groups that all recipes have.</summary>
public sealed class RecipeSettings
{
    /// <summary>Path of the choice of the embedding chain: kinds of steps, separated by commas.</summary>
    public const string EmbeddingPath = "embedding";

    /// <summary>Path of the choice of clustering methods: kinds, separated by commas.</summary>
    public const string ClusteringPath = "clustering";

    /// <summary>The value of the chain without steps.</summary>
    public const string ScaledFeatures = "scaled-features";

    /// <param name="methods">The methods on offer.</param>
    /// <param name="recipe">A recipe whose chain is offered even if it is not in the catalogue.</param>
    public RecipeSettings(MethodCatalog methods, Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(methods);
        ArgumentNullException.ThrowIfNull(recipe);
        ImmutableArray<string> chains = [.. methods.Chains.Select(chain => KeyOf(chain)).Append(KeyOf(recipe.Embedding)).Distinct()];
        var chain = new Setting<string>(EmbeddingPath, "Embedding", SettingKind.Choice, KeyOf(Recipe.Study.Embedding)) { Choices = chains };
        var clusterers = new Setting<string>(ClusteringPath, "Clustering", SettingKind.Several, KeyOf(Recipe.Study.Clustering)) { Choices = [.. methods.Clusterers.Select(entry => entry.Kind)] };
        Groups =
        [
            new(() => Texts.RunsGroupGeneral, Under("", Recipe.Settings)),
            new(() => Texts.RunsGroupEmbedding, [new(EmbeddingPath, chain) { NameOf = NameOfChain }, .. Under("projection.", ProjectionOptions.Settings)]),
            .. methods.Embeddings.Select(entry => Step(EmbeddingPath, entry.Kind, entry.Settings, entry.Sentence)),
            new(() => Texts.RunsGroupClusters,
            [
                new(ClusteringPath, clusterers)
                {
                    NameOf = SettingText.Method,
                    SentenceOf = kind => SettingText.MethodSentence(kind, methods.Clusterers.First(entry => entry.Kind == kind).Sentence),
                },
                .. Under("sweep.", SweepOptions.Settings),
            ]),
            .. methods.Clusterers.Select(entry => Step(ClusteringPath, entry.Kind, entry.Settings, entry.Sentence)),
            new(() => Texts.RunsGroupSegments, Under("merge.", MergeOptions.Settings)),
        ];
    }

    /// <summary>The groups, in the order of the pipeline.</summary>
    public ImmutableArray<RecipeSettingGroup> Groups { get; }

    /// <summary>All settings, without their groups.</summary>
    public IEnumerable<RecipeSetting> All => Groups.SelectMany(group => group.Settings);

    /// <summary>The kinds of some steps as the value of a choice.</summary>
    public static string KeyOf(IEnumerable<StepOptions> steps) => KeyOf([.. steps.Select(step => step.Kind)]);

    /// <summary>The display name of a chain: scaled features → forest leaves → UMAP.</summary>
    public static string NameOfChain(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return string.Join(" → ", key.Split(',').Where(kind => kind != ScaledFeatures).Prepend(ScaledFeatures).Select(SettingText.Method));
    }

    private static string KeyOf(ImmutableArray<string> kinds) => kinds.IsEmpty ? ScaledFeatures : string.Join(',', kinds);

    private static ImmutableArray<RecipeSetting> Under(string prefix, ImmutableArray<SettingDescriptor> settings)
        => [.. settings.Select(setting => new RecipeSetting(prefix + setting.Name, setting))];

    private static RecipeSettingGroup Step(string path, string kind, ImmutableArray<SettingDescriptor> settings, string sentence)
        => new(() => SettingText.Method(kind), Under($"{path}.{kind}.", settings)) { Of = (path, kind), Lead = () => SettingText.MethodSentence(kind, sentence) };
}
