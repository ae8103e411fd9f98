
namespace Insiders.Core.Import.Values;

/// <summary>A run of digits in a text.</summary>
internal static class Digits
{
    /// <summary>Reads digits from a position on and moves past them.</summary>
    /// <param name="text">UTF-8.</param>
    /// <param name="at">Where they begin; behind them afterwards.</param>
    /// <param name="least">Fewest digits.</param>
    /// <param name="most">Most digits; where fewest and most differ, no further digit may follow.</param>
    /// <param name="value">Their number.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < most && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            value = value * 10 + text[at++] - '0';
        }

        return at - start >= least && (at >= text.Length || text[at] is < (byte)'0' or > (byte)'9' || least == most);
    }
}
