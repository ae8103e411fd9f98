using System.Collections.Immutable;

namespace Insiders.Core.Features;

/// <summary>The one catalogue of features, read by the pipeline, the glossary, the forms and the tests.</summary>
/// <remarks>
/// A feature is one line in its family's file: name, unit, sentence, SQL over the columns of a customer listed in
/// <c>docs/methods/features.md</c>. The SQL must never be NULL or infinite; <see cref="FeatureTable.BuildAsync"/> refuses a table in
/// which it is.
/// </remarks>
public static class FeatureCatalog
{
    /// <summary>Every feature, family by family: the columns of a <see cref="FeatureTable"/>.</summary>
    public static ImmutableArray<FeatureDefinition> All { get; } = [.. Place.All, .. Spend.All, .. Calendar.All, .. Rhythm.All, .. Basket.All, .. Returns.All];

    /// <summary>The entry of a name.</summary>
    /// <exception cref="ArgumentException">There is no such feature; the message lists those there are.</exception>
    public static FeatureDefinition Find(string name) => All.FirstOrDefault(definition => definition.Name == name)
        ?? throw new ArgumentException($"There is no feature '{name}'. There are: {string.Join(", ", All.Select(d => d.Name))}.", nameof(name));

    /// <summary>True for a weekday or day of month: left out of a table in which no customer has it.</summary>
    internal static bool IsOptional(FeatureDefinition definition) => Calendar.All.Contains(definition);
}
