using System.Collections.Immutable;
using Insiders.Core.Problems;

namespace Insiders.Core.Settings;

/// <summary>What there is to know of one setting: options check themselves by it, and forms, JSON and tests read it.</summary>
/// <param name="Name">Its name in JSON, such as <c>minimumLeaf</c>.</param>
/// <param name="TextKey">What its texts are found by, such as <c>MinimumLeaf</c>.</param>
/// <param name="Kind">How it is written.</param>
public abstract record SettingDescriptor(string Name, string TextKey, SettingKind Kind)
{
    /// <summary>What a number may be; null for what is no number.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What a number counts.</summary>
    public SettingUnit Unit { get; init; }

    /// <summary>The words to choose from, as JSON spells them; empty where nothing is chosen.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];
}
