using System.Runtime.CompilerServices;

namespace Insiders.Core.Settings;

/// <summary>One setting with its default.</summary>
/// <typeparam name="T">The type of its value.</typeparam>
/// <param name="Name">Its name in JSON.</param>
/// <param name="TextKey">Key of its texts in the resources.</param>
/// <param name="Kind">The kind of value it takes.</param>
/// <param name="Default">Its default: the study's value where the study has one.</param>
public sealed record Setting<T>(string Name, string TextKey, SettingKind Kind, T Default) : SettingDescriptor(Name, TextKey, Kind)
{
    /// <inheritdoc/>
    public override object? Standard => Default;

    /// <summary>Returns the value if the setting accepts it.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that is set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The value is out of bounds; the message gives the bounds.</exception>
    public T Check(T value, [CallerMemberName] string property = "")
    {
        double? number = value switch { int whole => whole, double fraction => fraction, ulong large => large, _ => null };
        return number is not { } given || Range is not { } range || range.Admits(given) ? value
            : throw new ArgumentOutOfRangeException(property, value, $"{property} must be {range.English}.");
    }
}
