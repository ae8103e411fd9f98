using System.Text.Json;
using System.Text.Json.Nodes;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;

namespace Insiders.Core.Pipeline;

/// <summary>Recipes as they were before they named a version: one method for each step, its settings a group at the top.</summary>
internal static class FlatRecipe
{
    private static readonly string[] s_ofLater = ["projection", "clustering"];

    /// <summary>True for what names no version and has nothing that only later shapes have.</summary>
    public static bool Is(JsonElement recipe)
        => !recipe.EnumerateObject().Any(member => member.Name == RecipeSchema.VersionName || s_ofLater.Contains(member.Name)
            || (member.Name == "embedding" && member.Value.ValueKind == JsonValueKind.Array));

    /// <summary>The same recipe in the shape of today. What is missing stays missing, and so is the study's.</summary>
    /// <param name="recipe">Checked by <see cref="RecipeSchema.Flat"/>.</param>
    public static JsonObject Today(JsonObject recipe)
    {
        var today = new JsonObject { [RecipeSchema.VersionName] = Recipe.CurrentVersion };
        foreach (var name in new[] { "seed", "cleaning", "modelFeatures", "modelSample", "sweep", "merge" })
        {
            if (recipe[name] is { } same)
            {
                today[name] = same.DeepClone();
            }
        }

        today["embedding"] = new JsonArray(Step(ForestOptions.Name, recipe["forest"]), Step(UmapOptions.Name, recipe["embedding"]));
        today["projection"] = new JsonObject { ["epochs"] = recipe["mapEpochs"]?.DeepClone() };
        today["clustering"] = new JsonArray(Step(MixtureOptions.Name, recipe["mixture"]));
        return today;
    }

    private static JsonObject Step(string kind, JsonNode? settings)
    {
        var step = new JsonObject { [RecipeSchema.KindName] = kind };
        foreach (var (name, value) in settings as JsonObject ?? [])
        {
            step[name] = value?.DeepClone();
        }

        return step;
    }
}
