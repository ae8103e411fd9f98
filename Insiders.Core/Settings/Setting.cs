using System.Runtime.CompilerServices;

namespace Insiders.Core.Settings;

/// <summary>One setting with its default.</summary>
/// <typeparam name="T">What its value is kept as.</typeparam>
/// <param name="Name">Its name in JSON.</param>
/// <param name="TextKey">What its texts are found by.</param>
/// <param name="Kind">How it is written.</param>
/// <param name="Default">What it is unless somebody says otherwise: the study's value where the study has it.</param>
public sealed record Setting<T>(string Name, string TextKey, SettingKind Kind, T Default) : SettingDescriptor(Name, TextKey, Kind)
{
    /// <summary>Gives a value back that the setting may have.</summary>
    /// <param name="value">The value.</param>
    /// <param name="property">The property that is set.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is out of bounds; the message gives them.</exception>
    public T Check(T value, [CallerMemberName] string property = "")
    {
        double? number = value switch { int whole => whole, double fraction => fraction, ulong large => large, _ => null };
        return number is not { } given || Range is not { } range || range.Admits(given) ? value
            : throw new ArgumentOutOfRangeException(property, value, $"{property} must be {range.English}.");
    }
}
