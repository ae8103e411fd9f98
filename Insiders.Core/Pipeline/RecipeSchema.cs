using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Cleaning;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Problems;
using Insiders.Core.Segments;
using Insiders.Core.Settings;

namespace Insiders.Core.Pipeline;

/// <summary>The members that a recipe's JSON may have, and the check that it has no other and each within its bounds.</summary>
/// <param name="Settings">Settings that stand in it.</param>
/// <param name="Groups">Groups of settings in it, by name.</param>
/// <param name="Steps">Lists of steps in it, by name: the settings of each kind of step.</param>
internal sealed record RecipeSchema(
    ImmutableArray<SettingDescriptor> Settings,
    ImmutableArray<(string Name, ImmutableArray<SettingDescriptor> Settings)> Groups,
    ImmutableArray<(string Name, ImmutableArray<(string Kind, ImmutableArray<SettingDescriptor> Settings)> Kinds)> Steps)
{
    /// <summary>What tells the kinds of steps apart.</summary>
    public const string KindName = "kind";

    /// <summary>The member that names the version.</summary>
    public const string VersionName = "version";

    private static readonly SettingDescriptor s_version = new Setting<int>(VersionName, "Version", SettingKind.Whole, Recipe.CurrentVersion) { Range = new(Recipe.CurrentVersion, Recipe.CurrentVersion) };

    /// <summary>The shape that recipes are written in.</summary>
    public static RecipeSchema Of(MethodCatalog methods) => new(
        [s_version, .. Recipe.Settings],
        [("cleaning", CleaningSettings.Settings), ("projection", ProjectionOptions.Settings), ("sweep", SweepOptions.Settings), ("merge", MergeOptions.Settings)],
        [
            ("embedding", [.. methods.Embeddings.Select(entry => (entry.Kind, entry.Settings))]),
            ("clustering", [.. methods.Clusterers.Select(entry => (entry.Kind, entry.Settings))]),
        ]);

    /// <summary>The flat shape that recipes had before they named a version.</summary>
    public static RecipeSchema Flat { get; } = new(
        [.. Recipe.Settings, new Setting<int?>("mapEpochs", "MapEpochs", SettingKind.WholeOrNone, null) { Range = ProjectionOptions.Settings[0].Range }],
        [
            ("cleaning", CleaningSettings.Settings), ("forest", ForestOptions.Settings), ("embedding", UmapOptions.Settings), ("sweep", SweepOptions.Settings),
            ("mixture", MixtureOptions.Settings), ("merge", MergeOptions.Settings),
        ],
        []);

    /// <summary>Returns when the text is a recipe of this shape.</summary>
    /// <exception cref="RecipeException">It is not; the message names setting, value and bound.</exception>
    public void Check(JsonElement recipe)
    {
        string[] known = [.. Settings.Select(setting => setting.Name), .. Groups.Select(group => group.Name), .. Steps.Select(steps => steps.Name)];
        foreach (var member in Members(recipe, "", known))
        {
            if (Settings.FirstOrDefault(setting => setting.Name == member.Name) is { } setting)
            {
                CheckValue(member.Value, setting, member.Name);
            }
            else if (Groups.FirstOrDefault(group => group.Name == member.Name) is { Name: not null } group)
            {
                CheckGroup(member.Value, member.Name, group.Settings, []);
            }
            else
            {
                CheckSteps(member.Value, member.Name, Steps.First(steps => steps.Name == member.Name).Kinds);
            }
        }
    }

    private static void CheckSteps(JsonElement list, string path, ImmutableArray<(string Kind, ImmutableArray<SettingDescriptor> Settings)> kinds)
    {
        if (list.ValueKind != JsonValueKind.Array)
        {
            throw WrongType(path, list, "steps");
        }

        foreach (var (number, step) in list.EnumerateArray().Index())
        {
            var given = step.ValueKind != JsonValueKind.Object ? throw new RecipeException(Problem.Of(ProblemCode.SettingNotGroup, $"{path}[{number}]", Shown(step)))
                : step.TryGetProperty(KindName, out var kind) ? kind : default;
            var known = kinds.FirstOrDefault(other => given.ValueKind == JsonValueKind.String && other.Kind == given.GetString());
            if (known.Kind is null)
            {
                throw WrongType($"{path}[{number}].{KindName}", given, Quoted(kinds.Select(other => other.Kind)));
            }

            CheckGroup(step, $"{path}.{known.Kind}", known.Settings, [KindName]);
        }
    }

    private static void CheckGroup(JsonElement group, string path, ImmutableArray<SettingDescriptor> settings, string[] others)
    {
        foreach (var member in Members(group, path, [.. others, .. settings.Select(setting => setting.Name)]).Where(member => !others.Contains(member.Name)))
        {
            CheckValue(member.Value, settings.First(setting => setting.Name == member.Name), $"{path}.{member.Name}");
        }
    }

    private static IEnumerable<JsonProperty> Members(JsonElement element, string path, string[] known)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new RecipeException(path.Length == 0 ? Problem.Of(ProblemCode.RecipeNotObject, Shown(element)) : Problem.Of(ProblemCode.SettingNotGroup, path, Shown(element)));
        }

        HashSet<string> seen = [];
        foreach (var member in element.EnumerateObject())
        {
            var memberPath = path.Length == 0 ? member.Name : $"{path}.{member.Name}";
            if (!seen.Add(member.Name))
            {
                throw new RecipeException(Problem.Of(ProblemCode.SettingTwice, memberPath));
            }

            if (!known.Contains(member.Name))
            {
                throw new RecipeException(Problem.Of(ProblemCode.SettingUnknown, memberPath, string.Join(", ", known)));
            }

            yield return member;
        }
    }

    private static void CheckValue(JsonElement value, SettingDescriptor setting, string path)
    {
        if (Wanted(value, setting) is { } wanted)
        {
            throw WrongType(path, value, wanted);
        }

        if (value.ValueKind == JsonValueKind.Number && setting.Range is { } range && !range.Admits(value.GetDouble()))
        {
            throw new RecipeException(Problem.Of(ProblemCode.SettingOutOfBounds, path, Shown(value), ProblemValue.Range(range)));
        }
    }

    /// <summary>What must stand there, in the words of <see cref="ProblemValueKind.Wanted"/>; null where it does.</summary>
    private static string? Wanted(JsonElement value, SettingDescriptor setting) => setting.Kind switch
    {
        SettingKind.Whole => IsWhole(value) ? null : "whole",
        SettingKind.WholeOrNone => value.ValueKind == JsonValueKind.Null || IsWhole(value) ? null : "whole?",
        SettingKind.Number => value.ValueKind == JsonValueKind.Number ? null : "number",
        SettingKind.Switch => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? null : "flag",
        SettingKind.Choice => value.ValueKind == JsonValueKind.String && setting.Choices.Contains(value.GetString()!) ? null : Quoted(setting.Choices),
        _ => value.ValueKind == JsonValueKind.Array && value.EnumerateArray().All(text => text.ValueKind == JsonValueKind.String) ? null : "texts",
    };

    // Where a setting's type ends, what lies beyond is out of bounds, not of another type.
    private static bool IsWhole(JsonElement value) => value.ValueKind == JsonValueKind.Number && (value.TryGetInt64(out _) || value.TryGetUInt64(out _));

    private static RecipeException WrongType(string path, JsonElement value, string wanted)
        => new(Problem.Of(ProblemCode.SettingType, path, Shown(value), new ProblemValue(ProblemValueKind.Wanted, wanted)));

    private static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));

    private static string Shown(JsonElement element)
    {
        var text = element.ValueKind == JsonValueKind.Undefined ? "null" : element.GetRawText();
        return text.Length <= 40 ? text : $"{text[..40]}…";
    }
}
