using System.Globalization;

namespace Insiders.Core.Problems;

/// <summary>The numbers a setting accepts.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest; if omitted, the highest its type can hold.</param>
/// <param name="LowestIsOut">True when the lowest number itself is excluded.</param>
/// <param name="MayBeNone">True when the setting may also be empty.</param>
public readonly record struct NumberRange(double Lowest, double Highest = double.MaxValue, bool LowestIsOut = false, bool MayBeNone = false)
{
    /// <summary>False when only the type limits how high a number may be.</summary>
    public bool HasHighest => Highest < int.MaxValue;

    /// <summary>True when only one number is allowed.</summary>
    public bool IsOne => Lowest.Equals(Highest);

    /// <summary>True for a finite number in the range.</summary>
    public bool Admits(double value) => double.IsFinite(value) && (LowestIsOut ? value > Lowest : value >= Lowest) && value <= Highest;

    /// <summary>The range as used in an English sentence: <c>1 to 10,000</c>, <c>above 0</c>.</summary>
    public string English
    {
        get
        {
            var numbers = (LowestIsOut, HasHighest) switch
            {
                (false, true) when IsOne => Shown(Lowest),
                (false, true) => $"{Shown(Lowest)} to {Shown(Highest)}",
                (false, false) => $"{Shown(Lowest)} or more",
                (true, true) => $"above {Shown(Lowest)}, at most {Shown(Highest)}",
                (true, false) => $"above {Shown(Lowest)}",
            };
            return MayBeNone ? $"{numbers}, or null" : numbers;
        }
    }

    /// <summary>The range as text for storage; <see cref="FromText"/> reads it.</summary>
    public string ToText() => string.Create(CultureInfo.InvariantCulture, $"{Lowest:R};{Highest:R};{LowestIsOut};{MayBeNone}");

    /// <summary>Reads what <see cref="ToText"/> wrote; null for any other text.</summary>
    public static NumberRange? FromText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Split(';') is [var low, var high, var isOut, var none]
            && double.TryParse(low, CultureInfo.InvariantCulture, out var lowest) && double.TryParse(high, CultureInfo.InvariantCulture, out var highest)
            && bool.TryParse(isOut, out var lowestIsOut) && bool.TryParse(none, out var mayBeNone)
            ? new NumberRange(lowest, highest, lowestIsOut, mayBeNone) : null;
    }

    private static string Shown(double value) => value.ToString("#,##0.##########", CultureInfo.InvariantCulture);
}
