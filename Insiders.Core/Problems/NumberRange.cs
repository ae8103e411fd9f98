using System.Globalization;

namespace Insiders.Core.Problems;

/// <summary>The numbers that a setting may be.</summary>
/// <param name="Lowest">The lowest.</param>
/// <param name="Highest">The highest; whatever its type can hold where it is left out.</param>
/// <param name="LowestIsOut">The lowest is itself refused: above it, not from it on.</param>
/// <param name="MayBeNone">Nothing may stand there as well.</param>
public readonly record struct NumberRange(double Lowest, double Highest = double.MaxValue, bool LowestIsOut = false, bool MayBeNone = false)
{
    /// <summary>False where a number may be as high as its type can hold.</summary>
    public bool HasHighest => Highest < int.MaxValue;

    /// <summary>True where one number alone is allowed.</summary>
    public bool IsOne => Lowest.Equals(Highest);

    /// <summary>True for a finite number in the range.</summary>
    public bool Admits(double value) => double.IsFinite(value) && (LowestIsOut ? value > Lowest : value >= Lowest) && value <= Highest;

    /// <summary>The range in an English sentence: <c>1 to 10,000</c>, <c>above 0</c>.</summary>
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

    /// <summary>The range as a text to be kept; <see cref="FromText"/> reads it.</summary>
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
