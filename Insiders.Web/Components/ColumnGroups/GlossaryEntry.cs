namespace Insiders.Web.Components.ColumnGroups;

/// <summary>One word that screens use, explained.</summary>
/// <param name="Key">Its place in the glossary: a feature's name, or the word in English.</param>
/// <param name="Name">The word in the language of the moment.</param>
/// <param name="Text">What it means, in one or two sentences.</param>
/// <param name="Unit">What a feature's number means; null for other words.</param>
/// <param name="Formula">How a feature is computed; null for other words.</param>
public sealed record GlossaryEntry(string Key, string Name, string Text, string? Unit = null, string? Formula = null);
