using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Core.Cleaning;
using Insiders.Core.Pipeline;

namespace Insiders.Web.Features.Runs;

/// <summary>A recipe while somebody writes it: texts as typed, in the reader's number format. The recipe's own options check them.</summary>
public sealed class RecipeDraft
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    /// <summary>Begins with a recipe.</summary>
    public RecipeDraft(Recipe recipe) => Load(recipe);

    /// <summary>Cleaning, edited by a form of its own.</summary>
    public CleaningSettings Cleaning { get; set; } = CleaningSettings.Default;

    /// <summary>What is wrong, by path of the setting; empty when the draft is a recipe.</summary>
    public ImmutableDictionary<string, string> Errors { get; private set; } = ImmutableDictionary<string, string>.Empty;

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
        foreach (var setting in RecipeSettings.All)
        {
            _texts[setting.Path] = TextOf(recipe, setting);
        }

        Check();
    }

    /// <summary>Checks everything and tells what is wrong in <see cref="Errors"/>.</summary>
    /// <returns>The recipe; null when something is wrong.</returns>
    public Recipe? Check()
    {
        var errors = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var setting in RecipeSettings.All)
        {
            if (Json(setting) is not { } value || Read(With(new JsonObject(), setting.Path, value.Node)) is null)
            {
                errors[setting.Path] = Figures.Fill(Texts.RunsRefused, _texts[setting.Path], setting.Bounds());
            }
        }

        Recipe? recipe = null;
        if (errors.Count == 0)
        {
            var all = JsonNode.Parse(RecipeJson.Write(Recipe.Study with { Cleaning = Cleaning }))!.AsObject();
            foreach (var setting in RecipeSettings.All)
            {
                With(all, setting.Path, Json(setting)!.Value.Node);
            }

            recipe = CheckPairs(all, errors);
        }

        Errors = errors.ToImmutable();
        return recipe;
    }

    /// <summary>The text of a setting in a recipe, in the reader's number format.</summary>
    public static string TextOf(Recipe recipe, RecipeSetting setting)
    {
        ArgumentNullException.ThrowIfNull(setting);
        JsonNode? node = JsonNode.Parse(RecipeJson.Write(recipe));
        foreach (var part in setting.Path.Split('.'))
        {
            node = node?[part];
        }

        return setting.Kind switch
        {
            _ when node is null => "",
            SettingKind.Features => string.Join(",", node.AsArray().Select(name => name!.GetValue<string>())),
            SettingKind.Choice => node.GetValue<string>(),
            SettingKind.Switch => node.GetValue<bool>() ? "true" : "false",
            SettingKind.Fraction => node.GetValue<double>().ToString("0.##########", CultureInfo.CurrentCulture),
            _ => node.ToJsonString(),
        };
    }

    // The two rules that concern a pair of settings: each alone is in bounds.
    private static Recipe? CheckPairs(JsonObject all, ImmutableDictionary<string, string>.Builder errors)
    {
        try
        {
            return RecipeJson.Read(all.ToJsonString());
        }
        catch (RecipeException refusal)
        {
            var isSweep = refusal.Message.Contains("'sweep'", StringComparison.Ordinal);
            errors[isSweep ? "sweep.maximum" : "embedding.minimumDistance"] = isSweep ? Texts.RunsPairSweep : Texts.RunsPairSpread;
            return null;
        }
    }

    private static Recipe? Read(JsonObject json)
    {
        try
        {
            return RecipeJson.Read(json.ToJsonString());
        }
        catch (RecipeException refusal) when (refusal.Message.Contains("'sweep'", StringComparison.Ordinal) || refusal.Message.Contains("'embedding'", StringComparison.Ordinal))
        {
            // One of a pair against the other's default: looked at again when all are in.
            return Recipe.Study;
        }
        catch (RecipeException)
        {
            return null;
        }
    }

    private static JsonObject With(JsonObject root, string path, JsonNode? value)
    {
        var parts = path.Split('.');
        var at = root;
        foreach (var part in parts[..^1])
        {
            at = (JsonObject)(at[part] ??= new JsonObject());
        }

        at[parts[^1]] = value;
        return root;
    }

    private (JsonNode? Node, bool IsGiven)? Json(RecipeSetting setting)
    {
        var text = _texts[setting.Path].Trim();
        return setting.Kind switch
        {
            SettingKind.WholeOrNone when text.Length == 0 => (null, false),
            SettingKind.Whole or SettingKind.WholeOrNone => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var whole) ? (JsonValue.Create(whole), true) : null,
            SettingKind.Fraction => double.TryParse(text, NumberStyles.Float, CultureInfo.CurrentCulture, out var number) && double.IsFinite(number) ? (JsonValue.Create(number), true) : null,
            SettingKind.Switch => (JsonValue.Create(text == "true"), true),
            SettingKind.Features => (new JsonArray([.. text.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(name => (JsonNode?)JsonValue.Create(name))]), true),
            _ => (JsonValue.Create(text), true),
        };
    }
}
