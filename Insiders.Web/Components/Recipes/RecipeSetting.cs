using Insiders.Core.Settings;

namespace Insiders.Web.Components.Recipes;

/// <summary>One setting of a recipe as the form shows it.</summary>
/// <param name="Path">Where it stands in the recipe's JSON, such as <c>sweep.minimum</c>; a setting of a step by the step's kind, such as <c>embedding.umap.spread</c>.</param>
/// <param name="Descriptor">What there is to know of it.</param>
public sealed record RecipeSetting(string Path, SettingDescriptor Descriptor)
{
    /// <summary>What a word to choose is called; null: as <see cref="SettingText.Choice"/> says.</summary>
    public Func<string, string>? NameOf { get; init; }

    /// <summary>What a word to choose does, for choices that are explained one by one.</summary>
    public Func<string, string>? SentenceOf { get; init; }

    /// <summary>How it is written.</summary>
    public SettingKind Kind => Descriptor.Kind;

    /// <summary>The path as an id of an element.</summary>
    public string Id => "setting-" + Path.Replace('.', '-');

    /// <summary>Its name in the language of the moment.</summary>
    public string Label() => SettingText.Label(Descriptor);

    /// <summary>What it does, in one sentence.</summary>
    public string Sentence() => SettingText.Sentence(Descriptor);

    /// <summary>What is allowed, as words; empty for switches and choices.</summary>
    public string Bounds() => SettingText.Bounds(Descriptor);

    /// <summary>What a word to choose is called.</summary>
    public string Choice(string word) => NameOf is null ? SettingText.Choice(word) : NameOf(word);
}
