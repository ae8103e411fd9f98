using System.Collections.Immutable;

namespace Insiders.Web.Components.Recipes;

/// <summary>Settings that belong together.</summary>
/// <param name="Title">The group's title.</param>
/// <param name="Settings">The settings, in the order of the form.</param>
public sealed record RecipeSettingGroup(Func<string> Title, ImmutableArray<RecipeSetting> Settings)
{
    /// <summary>The method choice that this group depends on, and its method; null for settings that every recipe has.</summary>
    public (string Path, string Kind)? Of { get; init; }

    /// <summary>What the method does; empty for other groups.</summary>
    public Func<string> Lead { get; init; } = () => "";
}
