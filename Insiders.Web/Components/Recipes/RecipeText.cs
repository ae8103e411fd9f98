using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;
using Insiders.Core.Settings;

namespace Insiders.Web.Components.Recipes;

/// <summary>Converts the settings of a recipe to texts in the reader's number format, and such texts to JSON.</summary>
public static class RecipeText
{
    /// <summary>The text of every setting by path. Methods that are not in the recipe are included with their defaults.</summary>
    public static Dictionary<string, string> Of(Recipe recipe, RecipeSettings settings, MethodCatalog methods)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(methods);
        var root = Tree(recipe);
        foreach (var entry in methods.Embeddings.Where(entry => recipe.Embedding.All(step => step.Kind != entry.Kind)))
        {
            root[RecipeSettings.EmbeddingPath]![entry.Kind] = Tree(Recipe.Study with { Embedding = [entry.Default] })[RecipeSettings.EmbeddingPath]![entry.Kind]!.DeepClone();
        }

        foreach (var entry in methods.Clusterers.Where(entry => recipe.Clustering.All(method => method.Kind != entry.Kind)))
        {
            root[RecipeSettings.ClusteringPath]![entry.Kind] = Tree(Recipe.Study with { Clustering = [entry.Default] })[RecipeSettings.ClusteringPath]![entry.Kind]!.DeepClone();
        }

        return settings.All.ToDictionary(setting => setting.Path, setting => setting.Path switch
        {
            RecipeSettings.EmbeddingPath => RecipeSettings.KeyOf(recipe.Embedding),
            RecipeSettings.ClusteringPath => RecipeSettings.KeyOf(recipe.Clustering),
            _ => TextOf(setting.Path.Split('.').Aggregate((JsonNode?)root, (node, part) => node?[part]), setting.Descriptor),
        });
    }

    /// <summary>Parses a text to JSON; null when it is not of the setting's kind or out of its bounds.</summary>
    public static (JsonNode? Node, bool IsGiven)? Parse(string text, SettingDescriptor setting)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(setting);
        text = text.Trim();
        return setting.Kind switch
        {
            SettingKind.WholeOrNone when text.Length == 0 => (null, false),
            SettingKind.Whole or SettingKind.WholeOrNone => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) && Admits(whole) ? (JsonValue.Create(whole), true) : null,
            SettingKind.Number => double.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out var number) && Admits(number) ? (JsonValue.Create(number), true) : null,
            SettingKind.Switch => (JsonValue.Create(text == "true"), true),
            SettingKind.Features or SettingKind.Several => Split(text) is { Length: > 0 } names ? (new JsonArray([.. names.Select(name => (JsonNode?)JsonValue.Create(name))]), true) : null,
            _ => setting.Choices.Contains(text) ? (JsonValue.Create(text), true) : null,
        };

        bool Admits(double value) => setting.Range?.Admits(value) ?? true;
    }

    /// <summary>Splits a comma-separated text.</summary>
    public static string[] Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>A recipe's JSON with its steps keyed by kind instead of in a list.</summary>
    private static JsonObject Tree(Recipe recipe)
    {
        var root = JsonNode.Parse(RecipeJson.Write(recipe))!.AsObject();
        foreach (var path in new[] { RecipeSettings.EmbeddingPath, RecipeSettings.ClusteringPath })
        {
            root[path] = new JsonObject(root[path]!.AsArray().Select(step => KeyValuePair.Create(step!["kind"]!.GetValue<string>(), (JsonNode?)step.DeepClone())));
        }

        return root;
    }

    // Some settings are not written where they are at their default.
    private static string TextOf(JsonNode? node, SettingDescriptor setting) => setting.Kind switch
    {
        SettingKind.Switch when node is null => setting.Standard is true ? "true" : "false",
        SettingKind.Choice when node is null => JsonNamingPolicy.CamelCase.ConvertName($"{setting.Standard}"),
        _ when node is null => Convert.ToString(setting.Standard, CultureInfo.CurrentCulture) ?? "",
        SettingKind.Features => string.Join(",", node.AsArray().Select(name => name!.GetValue<string>())),
        SettingKind.Choice => node.GetValue<string>(),
        SettingKind.Switch => node.GetValue<bool>() ? "true" : "false",
        SettingKind.Number => node.GetValue<double>().ToString("0.##########", CultureInfo.CurrentCulture),
        _ => node.ToJsonString(),
    };
}
