namespace Insiders.Web.Components.ColumnGroups;

/// <summary>A term and its explanation.</summary>
/// <param name="Key">Its anchor in the glossary: a feature's name, or the term in English.</param>
/// <param name="Name">The term in the current language.</param>
/// <param name="Text">What it means, in one or two sentences.</param>
/// <param name="Unit">The unit of a feature; null for other terms.</param>
/// <param name="Formula">How a feature is computed; null for other terms.</param>
public sealed record GlossaryEntry(string Key, string Name, string Text, string? Unit = null, string? Formula = null);
