using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Components.Recipes;

/// <summary>A recipe being edited: texts as typed, in the reader's number format, validated by the descriptors of its settings.</summary>
/// <remarks>The values typed for a method are retained while another method is chosen.</remarks>
public sealed class RecipeDraft
{
    private Dictionary<string, string> _texts = [];

    /// <summary>Starts from a recipe.</summary>
    /// <param name="recipe">The recipe.</param>
    /// <param name="methods">The methods on offer; null for <see cref="MethodCatalog.All"/>.</param>
    public RecipeDraft(Recipe recipe, MethodCatalog? methods = null)
    {
        Methods = methods ?? MethodCatalog.All;
        Settings = new RecipeSettings(Methods, recipe);
        Load(recipe);
    }

    /// <summary>The methods on offer.</summary>
    public MethodCatalog Methods { get; }

    /// <summary>All settings.</summary>
    public RecipeSettings Settings { get; private set; }

    /// <summary>The groups of the form, without those of methods that are not chosen.</summary>
    public IEnumerable<RecipeSettingGroup> Groups => Settings.Groups.Where(group => group.Of is not { } step || RecipeText.Split(_texts[step.Path]).Contains(step.Kind));

    /// <summary>The cleaning settings, which have a form of their own.</summary>
    public CleaningSettings Cleaning { get; set; } = CleaningSettings.Default;

    /// <summary>Errors by path of the setting; empty when the draft is valid.</summary>
    public ImmutableDictionary<string, string> Errors { get; private set; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Errors in the order of the form, each with the name of its setting.</summary>
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

    /// <summary>Copies all settings of a recipe into the draft.</summary>
    public void Load(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        Cleaning = recipe.Cleaning;
        Settings = new RecipeSettings(Methods, recipe);
        _texts = RecipeText.Of(recipe, Settings, Methods);
        Check();
    }

    /// <summary>Validates everything that is shown and puts errors into <see cref="Errors"/>.</summary>
    /// <returns>The recipe; null when there are errors.</returns>
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

    // Each setting is within its bounds by now; only the two rules on pairs of settings can still fail.
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
