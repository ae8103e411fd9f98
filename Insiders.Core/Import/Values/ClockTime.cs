using System.Text;

namespace Insiders.Core.Import.Values;

/// <summary>A time behind a day: <c>8:26</c>, <c>T08:26:00.000Z</c>, <c>, 8:26 PM</c>, <c>08:26:00 -0500</c>.</summary>
/// <remarks>A zone is passed over: what the clock of the shop said counts. Blanks may be no-break ones, wide or narrow, as spreadsheets of today write them.</remarks>
internal static class ClockTime
{
    private const long MicrosecondsPerSecond = 1_000_000;

    private static readonly byte[][] s_zones =
    [
        .. new[]
        {
            "Z", "UTC", "GMT", "WET", "WEST", "BST", "CET", "CEST", "EET", "EEST", "MSK", "IST", "JST", "AEST", "AEDT", "BRT", "BRST", "ART", "CLT", "COT",
            "EST", "EDT", "CST", "CDT", "MST", "MDT", "PST", "PDT",
        }.Select(Encoding.ASCII.GetBytes),
    ];

    /// <summary>Reads what stands behind a day.</summary>
    /// <param name="text">UTF-8 from behind the day to the end; nothing is midnight.</param>
    /// <param name="microseconds">Microseconds since midnight.</param>
    public static bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        text = text[0] == ',' ? text[1..] : text;
        var begun = text is [(byte)'T', ..] ? text[1..] : WithoutBlanks(text);
        int at = 0, second = 0;
        if (begun.Length == text.Length || !Digits.TryRead(begun, ref at, 1, 2, out var hour)
            || !TryNext(begun, ref at, out var minute) || (at < begun.Length && begun[at] == ':' && !TryNext(begun, ref at, out second)))
        {
            return false;
        }

        long fraction = 0;
        if (at < begun.Length && begun[at] is (byte)'.' or (byte)',' && at + 1 < begun.Length && begun[at + 1] is >= (byte)'0' and <= (byte)'9')
        {
            at++;
            for (var unit = 100_000L; at < begun.Length && begun[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
            {
                fraction += unit * (begun[at] - '0');
            }
        }

        var rest = WithoutBlanks(begun[at..]);
        if (!TryHalfOfDay(ref rest, ref hour) || !IsZone(WithoutBlanks(rest)))
        {
            return false;
        }

        microseconds = (hour * 3600L + minute * 60L + second) * MicrosecondsPerSecond + fraction;
        return hour < 24 && minute < 60 && second < 60;
    }

    private static bool TryNext(ReadOnlySpan<byte> text, ref int at, out int value)
    {
        value = 0;
        return at < text.Length && text[at++] == ':' && Digits.TryRead(text, ref at, 2, 2, out value);
    }

    /// <summary>Takes AM or PM off, in either case, with full stops or without: <c>a. m.</c>, <c>p.m.</c></summary>
    private static bool TryHalfOfDay(ref ReadOnlySpan<byte> rest, ref int hour)
    {
        if (rest is not [var half, ..] || (half | 0x20) is not ('a' or 'p'))
        {
            return true;
        }

        var after = WithoutBlanks(rest is [_, (byte)'.', ..] ? rest[2..] : rest[1..]);
        if (after is not [(byte)'m' or (byte)'M', ..] || hour is < 1 or > 12)
        {
            // A zone such as AEST.
            return after is not [(byte)'m' or (byte)'M', ..];
        }

        hour = hour % 12 + ((half | 0x20) == 'p' ? 12 : 0);
        rest = after[1..];
        rest = rest is [(byte)'.', ..] ? rest[1..] : rest;
        return true;
    }

    private static bool IsZone(ReadOnlySpan<byte> rest)
    {
        foreach (var zone in s_zones)
        {
            if (rest.SequenceEqual(zone))
            {
                return true;
            }

            // UTC+2, GMT-03:00
            if (zone.Length == 3 && zone[2] is (byte)'C' or (byte)'T' && rest.StartsWith(zone) && IsOffset(rest[3..]))
            {
                return true;
            }
        }

        return rest.IsEmpty || IsOffset(rest);
    }

    /// <summary><c>+2</c>, <c>-05</c>, <c>-0500</c>, <c>+05:30</c></summary>
    private static bool IsOffset(ReadOnlySpan<byte> text)
    {
        int at = 1, minutes = 0;
        if (text is not [(byte)'+' or (byte)'-', ..] || text.Length < 2)
        {
            return false;
        }

        if (text.Length == 5)
        {
            return Digits.TryRead(text, ref at, 4, 4, out var both) && both / 100 <= 14 && both % 100 < 60;
        }

        return Digits.TryRead(text, ref at, 1, 2, out var hours) && hours <= 14
            && (at == text.Length || (text[at++] == ':' && Digits.TryRead(text, ref at, 2, 2, out minutes) && at == text.Length && minutes < 60));
    }

    private static ReadOnlySpan<byte> WithoutBlanks(ReadOnlySpan<byte> text)
    {
        while (true)
        {
            var width = text switch
            {
                [(byte)' ', ..] => 1,
                [0xC2, 0xA0, ..] => 2, // no-break space
                [0xE2, 0x80, 0xAF or 0x89, ..] => 3, // narrow no-break space, thin space
                _ => 0,
            };
            if (width == 0)
            {
                return text;
            }

            text = text[width..];
        }
    }
}
