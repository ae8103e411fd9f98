using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Components.Recipes;

/// <summary>A recipe while somebody writes it: texts as typed, in the reader's number format, checked by the descriptors of its settings.</summary>
/// <remarks>What was typed for a method is kept while another is chosen.</remarks>
public sealed class RecipeDraft
{
    private Dictionary<string, string> _texts = [];

    /// <summary>Begins with a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="methods">What can be chosen; null: <see cref="MethodCatalog.All"/>.</param>
    public RecipeDraft(Recipe recipe, MethodCatalog? methods = null)
    {
        Methods = methods ?? MethodCatalog.All;
        Settings = new RecipeSettings(Methods, recipe);
        Load(recipe);
    }

    /// <summary>What can be chosen.</summary>
    public MethodCatalog Methods { get; }

    /// <summary>Every setting there is.</summary>
    public RecipeSettings Settings { get; private set; }

    /// <summary>The groups of the form: those of methods that are not chosen are left out.</summary>
    public IEnumerable<RecipeSettingGroup> Groups => Settings.Groups.Where(group => group.Of is not { } step || RecipeText.Split(_texts[step.Path]).Contains(step.Kind));

    /// <summary>Cleaning, edited by a form of its own.</summary>
    public CleaningSettings Cleaning { get; set; } = CleaningSettings.Default;

    /// <summary>What is wrong, by path of the setting; empty when the draft is a recipe.</summary>
    public ImmutableDictionary<string, string> Errors { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>What is wrong, in the order of the form, each with the name of its setting.</summary>
    public IEnumerable<string> Complaints => Settings.All.Where(setting => Errors.ContainsKey(setting.Path)).Select(setting => $"{setting.Label()}: {Errors[setting.Path]}");

    /// <summary>The text of a setting.</summary>
    public string this[string path]
    {
        get => _texts[path];
        set
        {
            _texts[path] = value;
            Check();
        }
    }

    /// <summary>Takes over every setting of a recipe.</summary>
    public void Load(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        Cleaning = recipe.Cleaning;
        Settings = new RecipeSettings(Methods, recipe);
        _texts = RecipeText.Of(recipe, Settings, Methods);
        Check();
    }

    /// <summary>Checks everything that is shown and tells what is wrong in <see cref="Errors"/>.</summary>
    /// <returns>The recipe; null when something is wrong.</returns>
    public Recipe? Check()
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        var root = JsonNode.Parse(RecipeJson.Write(Recipe.Study with { Cleaning = Cleaning }))!.AsObject();
        root[RecipeSettings.EmbeddingPath] = Steps(RecipeSettings.EmbeddingPath);
        root[RecipeSettings.ClusteringPath] = Steps(RecipeSettings.ClusteringPath);
        foreach (var setting in Groups.SelectMany(group => group.Settings))
        {
            if (RecipeText.Parse(_texts[setting.Path], setting.Descriptor) is not { } value)
            {
                errors[setting.Path] = Format.Fill(Texts.RunsRefused, _texts[setting.Path], setting.Bounds());
            }
            else if (setting.Path is not (RecipeSettings.EmbeddingPath or RecipeSettings.ClusteringPath))
            {
                Put(root, setting.Path.Split('.'), value.Node);
            }
        }

        var recipe = errors.Count == 0 ? Read(root, errors) : null;
        Errors = errors.ToImmutable();
        return recipe;
    }

    // Each setting is in bounds by now: what is refused are the two rules that concern a pair of them.
    private Recipe? Read(JsonObject root, ImmutableDictionary<string, string>.Builder errors)
    {
        try
        {
            return RecipeJson.Read(root.ToJsonString(), Methods);
        }
        catch (RecipeException refusal)
        {
            errors[refusal.Problem.Values[0].Text == "sweep" ? "sweep.maximum" : "embedding.umap.minimumDistance"] = ProblemText.RefusalOf(refusal.Problem);
            return null;
        }
    }

    private JsonArray Steps(string path)
        => [.. RecipeText.Split(_texts[path]).Where(kind => kind != RecipeSettings.ScaledFeatures).Select(kind => (JsonNode?)new JsonObject { ["kind"] = kind })];

    private static void Put(JsonObject root, string[] path, JsonNode? value)
    {
        var at = (JsonNode)root;
        foreach (var part in path[..^1])
        {
            at = at is JsonArray steps ? steps.First(step => step!["kind"]!.GetValue<string>() == part)! : at[part]!;
        }

        at[path[^1]] = value;
    }
}
