using System.Runtime.CompilerServices;

namespace Insiders.Core.Import.Values;

/// <summary>Numbers as sales files write them: signs before or after, parentheses, thousands by threes or the Indian way, a decimal mark, a currency before or after.</summary>
internal static class Amount
{
    /// <summary>A price is kept in ten-thousandths: four decimals.</summary>
    public const long Scale = 10_000;

    /// <summary>The largest amount of a sale, in ten-thousandths: 18 digits.</summary>
    public const long Largest = 999_999_999_999_999_999;

    private const int WholeDigits = 14;

    /// <summary>Reads a number into ten-thousandths.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="mark">
    /// What stands before the fraction. The other mark, a blank or an apostrophe may group thousands: strictly by three, or in lakhs (<c>2,24,750</c>: the
    /// last three digits, and twos before them).
    /// </param>
    /// <param name="tenThousandths">The value times 10,000, further decimals rounded half away from zero.</param>
    /// <param name="exact">False when decimals were rounded off.</param>
    /// <returns>False when the text is no such number or has more than 14 digits before the mark.</returns>
    public static bool TryRead(ReadOnlySpan<byte> text, DecimalMark mark, out long tenThousandths, out bool exact) =>
        TryReadPlain(text, mark, out tenThousandths, out exact)
        || (TryBare(text, out var number, out var negative, out _) && TryReadPlain(number, mark, out tenThousandths, out exact)
            && (!negative || Negate(ref tenThousandths)));

    /// <summary>The sign or code of a currency beside a number; nothing where there is none.</summary>
    public static ReadOnlySpan<byte> CurrencyOf(ReadOnlySpan<byte> text) =>
        text.IsEmpty || (char.IsAsciiDigit((char)text[0]) && char.IsAsciiDigit((char)text[^1])) || !TryBare(text, out _, out _, out var currency) ? default : currency;

    /// <summary>Which mark a number proves to be the decimal one; null when it would be a number either way, or neither.</summary>
    public static DecimalMark? MarkOf(ReadOnlySpan<byte> text)
    {
        var point = TryRead(text, DecimalMark.Point, out _, out _);
        var comma = TryRead(text, DecimalMark.Comma, out _, out _);
        return point == comma ? null : point ? DecimalMark.Point : DecimalMark.Comma;
    }

    private static bool Negate(ref long value)
    {
        value = -value;
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static bool TryReadPlain(ReadOnlySpan<byte> text, DecimalMark mark, out long value, out bool exact)
    {
        value = 0;
        exact = true;
        var at = text is [(byte)'-' or (byte)'+', ..] ? 1 : 0;
        var decimalMark = mark == DecimalMark.Point ? (byte)'.' : (byte)',';
        long whole = 0;
        int digits = 0, sinceGroup = 0, groups = 0;
        var lakhs = false;
        for (; at < text.Length && text[at] != decimalMark; at++)
        {
            if (text[at] is >= (byte)'0' and <= (byte)'9')
            {
                whole = whole * 10 + text[at] - '0';
                sinceGroup++;
                if (++digits > WholeDigits)
                {
                    return false;
                }
            }
            else
            {
                var width = GroupWidth(text[at..], mark);
                if (width == 0 || whole == 0 || (groups == 0 ? sinceGroup > 3 : groups == 1 ? sinceGroup is not (2 or 3) : sinceGroup != (lakhs ? 2 : 3)))
                {
                    return false;
                }

                // A second group of two says that the first may have had two at most.
                lakhs |= groups == 1 && sinceGroup == 2;
                if (lakhs && groups == 1 && digits > 4)
                {
                    return false;
                }

                at += width - 1;
                groups++;
                sinceGroup = 0;
            }
        }

        if (groups > 0 && sinceGroup != 3)
        {
            return false;
        }

        value = whole * Scale;
        if (at < text.Length && !TryFraction(text[(at + 1)..], ref digits, ref value, out exact))
        {
            return false;
        }

        value = text is [(byte)'-', ..] ? -value : value;
        return digits > 0;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, ref int digits, ref long value, out bool exact)
    {
        exact = true;
        var unit = Scale / 10;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = text[i] - '0';
            if (digit is < 0 or > 9)
            {
                return false;
            }

            value += unit > 0 ? digit * unit : i == 4 && digit >= 5 ? 1 : 0;
            exact &= unit > 0 || digit == 0;
            unit /= 10;
            digits++;
        }

        return true;
    }

    private static int GroupWidth(ReadOnlySpan<byte> text, DecimalMark mark) => text switch
    {
        [(byte)',', ..] when mark == DecimalMark.Point => 1,
        [(byte)'.', ..] when mark == DecimalMark.Comma => 1,
        [(byte)' ' or (byte)'\'', ..] => 1,
        [0xC2, 0xA0, ..] => 2, // no-break space
        [0xE2, 0x80, 0x99, ..] => 3, // typographic apostrophe, the Swiss one
        [0xE2, 0x80, 0x89, ..] => 3, // thin space
        [0xE2, 0x80, 0xAF, ..] => 3, // narrow no-break space, the French one
        _ => 0,
    };

    /// <summary>Takes off a currency, parentheses and a minus behind: what is left is a number without a sign.</summary>
    private static bool TryBare(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> number, out bool negative, out ReadOnlySpan<byte> currency)
    {
        currency = default;
        negative = false;
        number = text;
        var (signs, currencies) = (0, 0);
        for (var taken = true; taken && !number.IsEmpty;)
        {
            taken = true;
            if (number is [(byte)'(', .., (byte)')'])
            {
                number = number[1..^1];
                negative = ++signs > 0;
            }
            else if (number is [(byte)'-', ..] or [.., (byte)'-'])
            {
                number = number[0] == '-' ? number[1..] : number[..^1];
                negative = ++signs > 0;
            }
            else if (CurrencyMark.Length(number, out var atEnd) is > 0 and var length)
            {
                currency = atEnd ? number[^length..] : number[..length];
                number = atEnd ? number[..^length] : number[length..];
                currencies++;
            }
            else
            {
                taken = false;
            }

            number = Blanks.Trim(number);
        }

        // A plus may stand before the digits where no minus was taken off.
        return signs <= 1 && currencies <= 1 && signs + currencies > 0
            && number is [(>= (byte)'0' and <= (byte)'9') or (byte)'.' or (byte)',' or (byte)'+', ..] && !(signs > 0 && number[0] == '+');
    }
}
