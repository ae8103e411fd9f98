using System.Text.RegularExpressions;

namespace Insiders.Core.Import.Values;

/// <summary>One way to write a day, compiled: order of year, month and day, the mark between them, month as number or name; or a number that counts days or seconds.</summary>
/// <remarks>
/// A time may follow in any pattern (<see cref="ClockTime"/>); the time on the clock counts. One digit is enough for a day or a month.
/// Two-digit years are 1970 to 2069. Month names are those of <see cref="MonthName"/>; <c>2 de enero de 2023</c>, <c>2. Januar 2023</c> and
/// <c>Jan. 2, 2023</c> follow the patterns with blanks. <c>excel</c> is days since 1899-12-30 with the time as fraction, of the years 1954 to
/// 2064; <c>unix</c> and <c>unix-ms</c> are seconds and milliseconds since 1970 in UTC, of ten and thirteen digits. Immutable and safe for any
/// number of threads.
/// </remarks>
internal sealed partial class DatePattern
{
    private const int FirstExcelDay = 20_000;
    private const int LastExcelDay = 60_000;
    private const int ExcelEpoch = 25_569;
    private const long MicrosecondsPerSecond = 1_000_000;
    private const long SecondsPerDay = 86_400;

    private static readonly int s_epochDay = new DateOnly(1970, 1, 1).DayNumber;

    private readonly char[] _order;
    private readonly byte _mark;
    private readonly bool _longYear;
    private readonly bool _namedMonth;
    private readonly int _digits;

    /// <summary>Compiles a pattern.</summary>
    /// <param name="text">Such as <c>yyyy-MM-dd</c>, <c>d/M/yy</c>, <c>dd MMM yyyy</c>, <c>yyyyMMdd</c>; a time part is allowed and passed over. Or <c>excel</c>, <c>unix</c>, <c>unix-ms</c>.</param>
    /// <exception cref="ArgumentException">The text holds no day, month and year, or different marks between them.</exception>
    public DatePattern(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text is "excel" or "unix" or "unix-ms")
        {
            (Text, _order, _digits) = (text, [], text switch { "excel" => 5, "unix" => 10, _ => 13 });
            return;
        }

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
            "dd-MMM-yy", "dd-MMM-yyyy", "dd/MMM/yy", "dd/MMM/yyyy", "dd MMM yy", "dd MMM yyyy", "MMM-dd-yyyy", "MMM dd yyyy", "dd.MMM.yy", "dd.MMM.yyyy", "yyyy-MMM-dd", "yyyy MMM dd",
            "excel", "unix", "unix-ms",
        }.Select(text => new DatePattern(text)),
    ];

    /// <summary>The pattern as written, without a time.</summary>
    public string Text { get; }

    /// <summary>The pattern that differs in the order of day and month alone, if both are numbers and neighbours: what an ambiguous date might follow instead.</summary>
    public DatePattern? Mirror => _digits > 0 || _namedMonth || _order[0] == 'y' || _mark == 0
        ? null
        : Known.FirstOrDefault(other => other != this && other._digits == 0 && other._mark == _mark && !other._namedMonth && other._longYear == _longYear
            && other._order[2] == _order[2] && other._order[0] == _order[1]);

    /// <summary>Reads a day and, if there is one, a time.</summary>
    /// <param name="text">UTF-8, trimmed.</param>
    /// <param name="microseconds">Microseconds since 1970-01-01, as a DuckDB TIMESTAMP has them.</param>
    public bool TryRead(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        if (_digits > 0)
        {
            return TryCount(text, out microseconds);
        }

        int year = 0, month = 0, day = 0, at = 0;
        for (var i = 0; i < 3; i++)
        {
            if (i > 0 && _mark != 0 && !TryMark(text, ref at))
            {
                return false;
            }

            var read = _order[i] switch
            {
                'y' => Digits.TryRead(text, ref at, _longYear ? 4 : 2, _longYear ? 4 : 2, out year),
                'M' when _namedMonth => MonthName.TryRead(text, ref at, out month),
                'M' => Digits.TryRead(text, ref at, _mark == 0 ? 2 : 1, 2, out month),
                _ => Digits.TryRead(text, ref at, _mark == 0 ? 2 : 1, 2, out day),
            };
            if (!read)
            {
                return false;
            }
        }

        year += _longYear ? 0 : year < 70 ? 2000 : 1900;
        if (year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || !ClockTime.TryRead(text[at..], out var time))
        {
            return false;
        }

        var seconds = (new DateOnly(year, month, day).DayNumber - s_epochDay) * SecondsPerDay;
        microseconds = seconds * MicrosecondsPerSecond + time;
        return true;
    }

    /// <summary>The mark; between words also the full stop, comma or "de" that stands with it.</summary>
    private bool TryMark(ReadOnlySpan<byte> text, ref int at)
    {
        if (_mark == ' ' && _namedMonth && at < text.Length && text[at] is (byte)'.' or (byte)',')
        {
            at++;
        }

        if (at >= text.Length || text[at++] != _mark)
        {
            return false;
        }

        if (_mark == ' ' && _namedMonth && text[at..] is [(byte)'d' or (byte)'D', (byte)'e' or (byte)'E', (byte)' ', ..])
        {
            at += 3;
        }

        return true;
    }

    private bool TryCount(ReadOnlySpan<byte> text, out long microseconds)
    {
        microseconds = 0;
        var at = 0;
        long whole = 0;
        for (; at < text.Length && text[at] is >= (byte)'0' and <= (byte)'9'; at++)
        {
            whole = at < _digits ? whole * 10 + text[at] - '0' : whole;
        }

        if (at != _digits)
        {
            return false;
        }

        if (_digits > 5)
        {
            microseconds = whole * (_digits == 10 ? MicrosecondsPerSecond : 1_000);
            return at == text.Length;
        }

        // The fraction of a day is rounded to the second: a spreadsheet keeps five digits of it or fifteen.
        if (whole is < FirstExcelDay or > LastExcelDay || !TryFraction(text[at..], out var fraction))
        {
            return false;
        }

        microseconds = ((whole - ExcelEpoch) * SecondsPerDay + (long)Math.Round(fraction * SecondsPerDay, MidpointRounding.AwayFromZero)) * MicrosecondsPerSecond;
        return true;
    }

    private static bool TryFraction(ReadOnlySpan<byte> text, out double fraction)
    {
        (fraction, var unit) = (0, 0.1);
        if (text.IsEmpty)
        {
            return true;
        }

        for (var i = 1; i < text.Length; i++, unit /= 10)
        {
            if (text[i] is < (byte)'0' or > (byte)'9')
            {
                return false;
            }

            fraction += (text[i] - '0') * unit;
        }

        return text[0] is (byte)'.' or (byte)',' && text.Length > 1;
    }

    [GeneratedRegex(@"^(yyyy|yy|MMMM|MMM|MM?|dd?)([-/. ]?)(yyyy|yy|MMMM|MMM|MM?|dd?)\2(yyyy|yy|MMMM|MMM|MM?|dd?)(?=$|[ T\[])", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
