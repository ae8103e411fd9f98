using System.Collections.Immutable;

namespace Insiders.Web.Components.Recipes;

/// <summary>Settings that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Settings">In the order of the form.</param>
public sealed record RecipeSettingGroup(Func<string> Title, ImmutableArray<RecipeSetting> Settings)
{
    /// <summary>The choice among methods that this group belongs to, and the method it is about; null for settings that every recipe has.</summary>
    public (string Path, string Kind)? Of { get; init; }

    /// <summary>What the method does; empty for other groups.</summary>
    public Func<string> Lead { get; init; } = () => "";
}
