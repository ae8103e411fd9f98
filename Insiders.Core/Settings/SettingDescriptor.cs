using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Problems;

namespace Insiders.Core.Settings;

/// <summary>Describes one setting. Options validate themselves with it; forms, JSON and tests read it.</summary>
/// <param name="Name">Its name in JSON, such as <c>minimumLeaf</c>.</param>
/// <param name="TextKey">Key of its texts in the resources, such as <c>MinimumLeaf</c>.</param>
/// <param name="Kind">The kind of value it takes.</param>
public abstract record SettingDescriptor(string Name, string TextKey, SettingKind Kind)
{
    /// <summary>The accepted numbers; null when the setting is not a number.</summary>
    public NumberRange? Range { get; init; }

    /// <summary>What the number counts.</summary>
    public SettingUnit Unit { get; init; }

    /// <summary>The default: what a recipe that does not write the setting has.</summary>
    public abstract object? Standard { get; }

    /// <summary>The choices, as JSON spells them; empty when the setting is not a choice.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>A whole number.</summary>
    public static Setting<int> Whole(string name, string textKey, int value, NumberRange range, SettingUnit unit = SettingUnit.None)
        => new(name, textKey, SettingKind.Whole, value) { Range = range.HasHighest ? range : range with { Highest = int.MaxValue }, Unit = unit };

    /// <summary>A whole number, or null to let the program choose.</summary>
    public static Setting<int?> WholeOrNone(string name, string textKey, NumberRange range, SettingUnit unit = SettingUnit.None)
        => new(name, textKey, SettingKind.WholeOrNone, null) { Range = range with { MayBeNone = true }, Unit = unit };

    /// <summary>A number.</summary>
    public static Setting<double> Number(string name, string textKey, double value, NumberRange range, SettingUnit unit = SettingUnit.None)
        => new(name, textKey, SettingKind.Number, value) { Range = range, Unit = unit };

    /// <summary>Yes or no.</summary>
    public static Setting<bool> Switch(string name, string textKey, bool value) => new(name, textKey, SettingKind.Switch, value);

    /// <summary>One member of an enumeration.</summary>
    public static Setting<T> Choice<T>(string name, string textKey, T value)
        where T : struct, Enum
        => new(name, textKey, SettingKind.Choice, value) { Choices = [.. Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName)] };

    /// <summary>A list of texts.</summary>
    public static Setting<ImmutableArray<string>> Texts(string name, string textKey, ImmutableArray<string> value, SettingKind kind = SettingKind.Texts)
        => new(name, textKey, kind, value);
}
