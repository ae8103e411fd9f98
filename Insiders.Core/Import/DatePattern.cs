using System.Text.RegularExpressions;

namespace Insiders.Core.Import;

/// <summary>One way to write a day, compiled: order of year, month and day, the mark between them, month as number or name.</summary>
/// <remarks>
/// A time (<c>8:26</c>, <c>08:26:00</c>, <c>T08:26:00.000Z</c>, <c>8:26 PM</c>) may follow in any pattern; a zone is passed over, the
/// time on the clock counts. One digit is enough for a day or a month. Two-digit years are 1970 to 2069. Month names are English or
/// Portuguese, told by their first three letters. Immutable and safe for any number of threads.
/// </remarks>
internal sealed partial class DatePattern
{
    private const string MonthNames = "janfebmaraprmayjunjulaugsepoctnovdecjanfevmarabrmaijunjulagosetoutnovdez";
    private const long MicrosecondsPerSecond = 1_000_000;
    private const long SecondsPerDay = 86_400;

    private static readonly int s_epochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly char[] _order;
    private readonly byte _mark;
    private readonly bool _longYear;
    private readonly bool _namedMonth;

    /// <summary>Compiles a pattern.</summary>
    /// <param name="text">Such as <c>yyyy-MM-dd</c>, <c>d/M/yy</c>, <c>dd MMM yyyy</c>, <c>yyyyMMdd</c>; a time part is allowed and passed over.</param>
    /// <exception cref="ArgumentException">The text holds no day, month and year, or different marks between them.</exception>
    public DatePattern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Shape().Match(text);
        var parts = match.Success ? new[] { match.Groups[1].Value, match.Groups[3].Value, match.Groups[4].Value } : [];
        _order = [.. parts.Select(part => part[0])];
        if (_order.Distinct().Count() != 3 || !_order.Contains('y') || !_order.Contains('M') || !_order.Contains('d'))
        {
            throw new ArgumentException($"'{text}' is not a date pattern; write one such as dd/MM/yyyy or yyyy-MM-dd.", nameof(text));
        }

        Text = match.Groups[0].Value;
        _mark = match.Groups[2].Value is [var mark] ? (byte)mark : (byte)0;
        _longYear = parts.Contains("yyyy");
        _namedMonth = parts.Any(part => part.StartsWith("MMM", StringComparison.Ordinal));
        if (_mark == 0 && _namedMonth)
        {
            throw new ArgumentException($"'{text}' names months without a mark around them.", nameof(text));
        }
    }

    /// <summary>The patterns detection tries, the preferred of equally good ones first.</summary>
    public static IReadOnlyList<DatePattern> Known { get; } =
    [
        .. new[]
        {
            "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyyMMdd",
            "dd/MM/yyyy", "dd-MM-yyyy", "dd.MM.yyyy", "MM/dd/yyyy", "MM-dd-yyyy", "MM.dd.yyyy",
            "dd/MM/yy", "dd-MM-yy", "dd.MM.yy", "MM/dd/yy", "MM-dd-yy", "MM.dd.yy",
            "dd-MMM-yy", "dd-MMM-yyyy", "dd/MMM/yy", "dd/MMM/yyyy", "dd MMM yy", "dd MMM yyyy", "MMM-dd-yyyy", "MMM dd yyyy",
        }.Select(text => new DatePattern(text)),
    ];

    /// <summary>The pattern as written, without a time.</summary>
    public string Text { get; }

    /// <summary>The pattern that differs in the order of day and month alone, if both are numbers and neighbours: what an ambiguous date might follow instead.</summary>
    public DatePattern? Mirror => _namedMonth || _order[0] == 'y' || _mark == 0
        ? null
        : Known.FirstOrDefault(other => other != this && other._mark == _mark && !other._namedMonth && other._longYear == _longYear
            && other._order[2] == _order[2] && other._order[0] == _order[1]);

    /// <summary>Reads a day and, if there is one, a time.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="microseconds">Microseconds since 1970-01-01, as a DuckDB TIMESTAMP has them.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        int year = 0, month = 0, day = 0, at = 0;
        for (var i = 0; i < 3; i++)
        {
            if (i > 0 && _mark != 0 && (at >= text.Length || text[at++] != _mark))
            {
                return false;
            }

            var read = _order[i] switch
            {
                'y' => TryDigits(text, ref at, _longYear ? 4 : 2, _longYear ? 4 : 2, out year),
                'M' when _namedMonth => TryMonthName(text, ref at, out month),
                'M' => TryDigits(text, ref at, _mark == 0 ? 2 : 1, 2, out month),
                _ => TryDigits(text, ref at, _mark == 0 ? 2 : 1, 2, out day),
            };
            if (!read)
            {
                return false;
            }
        }

        year += _longYear ? 0 : year < 70 ? 2000 : 1900;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || !TryTime(text[at..], out var time))
        {
            return false;
        }

        var seconds = (new DateOnly(year, month, day).DayNumber - s_epochDay) * SecondsPerDay;
        microseconds = seconds * MicrosecondsPerSecond + time;
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, ref int at, int least, int most, out int value)
    {
        value = 0;
        var start = at;
        while (at < text.Length && at - start < most && text[at] is >= (byte)'0' and <= (byte)'9')
        {
            value = value * 10 + text[at++] - '0';
        }

        return at - start >= least && (at >= text.Length || text[at] is < (byte)'0' or > (byte)'9' || least == most);
    }

    private static bool TryMonthName(ReadOnlySpan<byte> text, ref int at, out int month)
    {
        month = 0;
        var start = at;
        while (at < text.Length && (text[at] | 0x20) is (>= 'a' and <= 'z') or >= 0x80)
        {
            at++;
        }

        if (at - start < 3)
        {
            return false;
        }

        Span<char> name = [(char)(text[start] | 0x20), (char)(text[start + 1] | 0x20), (char)(text[start + 2] | 0x20)];
        for (var i = 0; i < MonthNames.Length; i += 3)
        {
            if (MonthNames.AsSpan(i, 3).SequenceEqual(name))
            {
                month = i / 3 % 12 + 1;
                return true;
            }
        }

        return false;
    }

    private static bool TryTime(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (text.IsEmpty)
        {
            return true;
        }

        int at = 1, second = 0;
        if (text[0] is not ((byte)' ' or (byte)'T') || !TryDigits(text, ref at, 1, 2, out var hour)
            || !TryMinutes(text, ref at, out var minute) || (at < text.Length && text[at] == ':' && !TryMinutes(text, ref at, out second)))
        {
            return false;
        }

        long fraction = 0;
        if (at < text.Length && text[at] == '.')
        {
            at++;
            for (var unit = 100_000L; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++, unit /= 10)
            {
                fraction += unit * (text[at] - '0');
            }
        }

        if (!TryHalfOfDay(text[at..], ref hour))
        {
            return false;
        }

        microseconds = (hour * 3600L + minute * 60L + second) * MicrosecondsPerSecond + fraction;
        return hour < 24 && minute < 60 && second < 60;
    }

    private static bool TryMinutes(ReadOnlySpan<byte> text, ref int at, out int value)
    {
        value = 0;
        return at < text.Length && text[at++] == ':' && TryDigits(text, ref at, 2, 2, out value);
    }

    private static bool TryHalfOfDay(ReadOnlySpan<byte> rest, ref int hour)
    {
        rest = rest.TrimStart((byte)' ');
        if (rest is [var half, var m] && (m | 0x20) == 'm' && (half | 0x20) is 'a' or 'p' && hour is >= 1 and <= 12)
        {
            hour = hour % 12 + ((half | 0x20) == 'p' ? 12 : 0);
            return true;
        }

        return rest is [] or [(byte)'Z']
            or [(byte)'+' or (byte)'-', >= (byte)'0' and <= (byte)'2', >= (byte)'0' and <= (byte)'9', (byte)':', >= (byte)'0' and <= (byte)'5', >= (byte)'0' and <= (byte)'9'];
    }

    [GeneratedRegex(@"^(yyyy|yy|MMMM|MMM|MM?|dd?)([-/. ]?)(yyyy|yy|MMMM|MMM|MM?|dd?)\2(yyyy|yy|MMMM|MMM|MM?|dd?)(?=$|[ T\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
