using Insiders.Core.Customers;

namespace Insiders.Web.Localization;

/// <summary>Words how the ledgers of two runs differ.</summary>
public static class LedgerDifferenceText
{
    /// <summary>What the later ledger has more or fewer, such as: a year more, before 1 Dec 2016, and 3 weeks fewer, after 16 Nov 2017.</summary>
    /// <param name="difference">The difference; if the days are the same, the text says so.</param>
    public static string Of(LedgerDifference difference)
    {
        ArgumentNullException.ThrowIfNull(difference);
        var (before, now) = (difference.Before, difference.Now);
        string?[] ends =
        [
            End(difference.AtBeginning, Texts.LedgerMoreBefore, Texts.LedgerFewerBefore, before.First, now.First),
            End(difference.AtEnd, Texts.LedgerMoreAfter, Texts.LedgerFewerAfter, before.Last, now.Last),
        ];
        return ends switch
        {
            [{ } beginning, { } end] => Format.Fill(Texts.LedgerAnd, beginning, end),
            [var beginning, var end] => beginning ?? end ?? (difference.IsSameRows ? Texts.LedgerSameRows : Texts.LedgerOtherRows),
            _ => throw new InvalidOperationException("A span has two ends."),
        };
    }

    /// <summary>A length of time, such as <c>a year</c>, <c>3 weeks</c>, <c>about 5 months</c>; the sign is ignored.</summary>
    public static string Of(CalendarSpan span)
    {
        var count = Math.Abs(span.Count);
        var text = (span.Unit, count) switch
        {
            (CalendarUnit.Year, 1) => Texts.SpanYear,
            (CalendarUnit.Year, _) => Texts.SpanYears,
            (CalendarUnit.Month, 1) => Texts.SpanMonth,
            (CalendarUnit.Month, _) => Texts.SpanMonths,
            (CalendarUnit.Week, 1) => Texts.SpanWeek,
            (CalendarUnit.Week, _) => Texts.SpanWeeks,
            (_, 1) => Texts.SpanDay,
            _ => Texts.SpanDays,
        };
        var length = Format.Fill(text, count);
        return span.IsExact ? length : Format.Fill(Texts.SpanAbout, length);
    }

    // Added days lie beyond the old end, missing days beyond the new one.
    private static string? End(CalendarSpan span, string more, string fewer, DateOnly before, DateOnly now) => span.Count switch
    {
        0 => null,
        > 0 => Format.Fill(more, Of(span), Format.Day(before)),
        _ => Format.Fill(fewer, Of(span), Format.Day(now)),
    };
}
