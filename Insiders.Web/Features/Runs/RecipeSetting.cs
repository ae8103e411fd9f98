using System.Collections.Immutable;

namespace Insiders.Web.Features.Runs;

/// <summary>One setting of a recipe as the form shows it. Its default and its check come from the recipe itself.</summary>
/// <param name="Path">Where it stands in the recipe's JSON, such as <c>forest.trees</c>.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Label">Its name in the language of the moment.</param>
/// <param name="Sentence">What it does, in one sentence.</param>
/// <param name="Bounds">What is allowed, as words; empty for switches and choices.</param>
/// <param name="Choices">The words of a choice, as the JSON spells them, with their names.</param>
public sealed record RecipeSetting(
    string Path, SettingKind Kind, Func<string> Label, Func<string> Sentence, Func<string> Bounds, ImmutableArray<(string Value, Func<string> Name)> Choices)
{
    /// <summary>The path as an id of an element.</summary>
    public string Id => "setting-" + Path.Replace('.', '-');
}
