using System.Collections.Immutable;

namespace Insiders.Core.Pipeline;

/// <summary>The recipes that have a name.</summary>
public static class RecipePresets
{
    /// <summary>Name of <see cref="Recipe.Shop"/>.</summary>
    public const string Shop = "shop";

    /// <summary>Name of <see cref="Recipe.Study"/>.</summary>
    public const string Study = "study";

    /// <summary>Every preset, the one for new installations first.</summary>
    public static ImmutableArray<(string Name, Recipe Recipe)> All { get; } = [(Shop, Recipe.Shop), (Study, Recipe.Study)];

    /// <summary>The preset with a name; null when there is none.</summary>
    public static Recipe? Find(string name) => All.FirstOrDefault(preset => preset.Name == name).Recipe;

    /// <summary>The preset that a recipe was made from, as far as can be told: what its settings are reset to.</summary>
    public static Recipe BasisOf(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return recipe.ChoosesFeatures || recipe.Cleaning.TellsApart ? Recipe.Shop : Recipe.Study;
    }

    /// <summary>The name of the preset that a recipe equals, whatever its seed; null for a recipe of one's own.</summary>
    public static string? NameOf(Recipe recipe)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        return All.FirstOrDefault(preset => RecipeJson.Fingerprint(recipe with { Seed = preset.Recipe.Seed }) == RecipeJson.Fingerprint(preset.Recipe)).Name;
    }
}
