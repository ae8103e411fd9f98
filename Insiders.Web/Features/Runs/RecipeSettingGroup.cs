using System.Collections.Immutable;

namespace Insiders.Web.Features.Runs;

/// <summary>Settings that belong together.</summary>
/// <param name="Title">What they are about.</param>
/// <param name="Settings">In the order of the form.</param>
public sealed record RecipeSettingGroup(Func<string> Title, ImmutableArray<RecipeSetting> Settings);
