using System.Text;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import.Evidence;

/// <summary>How a file's column of discounts is read: shares of what the line would cost.</summary>
/// <param name="IsPercent">True when 15 means 15 %; false when 0.15 does.</param>
/// <param name="IsTakenOff">True when line amounts are lowered by them; false when what was paid is after them already.</param>
internal sealed record DiscountReading(bool IsPercent, bool IsTakenOff)
{
    /// <summary>Reads a share in ten-thousandths.</summary>
    /// <param name="text">UTF-8, trimmed; nothing is no discount. A sign before it does not count: it is taken off either way.</param>
    /// <param name="mark">The file's decimal mark.</param>
    /// <param name="share">0 to 10,000.</param>
    /// <returns>False when it is no number, or none between nothing and everything.</returns>
    public bool TryRead(ReadOnlySpan<byte> text, DecimalMark mark, out long share)
    {
        share = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        var percent = IsPercent || text[^1] == '%';
        if (!TryNumber(text, mark, out var value))
        {
            return false;
        }

        share = Math.Abs(percent ? (long)Math.Round(value / 100m, MidpointRounding.AwayFromZero) : value);
        return share <= Amount.Scale;
    }

    /// <summary>An amount after a discount, in ten-thousandths, rounded half away from zero.</summary>
    public static long Less(long amount, long share) =>
        (long)Math.Round((decimal)amount * (Amount.Scale - share) / Amount.Scale, MidpointRounding.AwayFromZero);

    /// <summary>A number, with or without a percent sign behind it; a spreadsheet writes a decimal point even where the file's numbers have commas.</summary>
    public static bool TryNumber(ReadOnlySpan<byte> text, DecimalMark mark, out long value)
    {
        if (text is [.., (byte)'%'])
        {
            text = Blanks.Trim(text[..^1]);
        }

        // 3E-2 and 5.0000000745E-2: what a single-precision number looks like as text.
        return Amount.TryRead(text, mark, out value, out _) || Amount.TryRead(text, mark == DecimalMark.Point ? DecimalMark.Comma : DecimalMark.Point, out value, out _)
            || TryScientific(text, out value);
    }

    private static bool TryScientific(ReadOnlySpan<byte> text, out long value)
    {
        value = 0;
        if (text.Length > 40 || text.IndexOfAny((byte)'e', (byte)'E') <= 0
            || !double.TryParse(Encoding.UTF8.GetString(text).Replace(',', '.'), System.Globalization.NumberStyles.Float, System.Globalization.CultureInfo.InvariantCulture, out var number)
            || !(Math.Abs(number) <= 100))
        {
            return false;
        }

        value = (long)Math.Round(number * Amount.Scale, MidpointRounding.AwayFromZero);
        return true;
    }
}
