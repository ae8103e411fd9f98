using Insiders.Core.Settings;

namespace Insiders.Web.Components.Recipes;

/// <summary>One setting of a recipe as the form shows it.</summary>
/// <param name="Path">Its path in the recipe's JSON, such as <c>sweep.minimum</c>; a step's setting is prefixed with the step's kind, such as <c>embedding.umap.spread</c>.</param>
/// <param name="Descriptor">Its descriptor.</param>
public sealed record RecipeSetting(string Path, SettingDescriptor Descriptor)
{
    /// <summary>Gives the display name of a choice; null for <see cref="SettingText.Choice"/>.</summary>
    public Func<string, string>? NameOf { get; init; }

    /// <summary>Gives the explanation of a choice, for choices that are explained individually.</summary>
    public Func<string, string>? SentenceOf { get; init; }

    /// <summary>The kind of value it takes.</summary>
    public SettingKind Kind => Descriptor.Kind;

    /// <summary>The path as an element id.</summary>
    public string Id => "setting-" + Path.Replace('.', '-');

    /// <summary>Its name in the current language.</summary>
    public string Label() => SettingText.Label(Descriptor);

    /// <summary>What it does, in one sentence.</summary>
    public string Sentence() => SettingText.Sentence(Descriptor);

    /// <summary>The allowed values as text; empty for switches and choices.</summary>
    public string Bounds() => SettingText.Bounds(Descriptor);

    /// <summary>The display name of a choice.</summary>
    public string Choice(string word) => NameOf is null ? SettingText.Choice(word) : NameOf(word);
}
