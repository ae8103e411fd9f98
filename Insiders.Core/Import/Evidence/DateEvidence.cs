using System.Text;
using Insiders.Core.Import.Values;

namespace Insiders.Core.Import.Evidence;

/// <summary>Which of several patterns the dates of a file follow, where the dates alone do not tell: order numbers and rows go with time.</summary>
/// <param name="Pattern">One pattern, or two with <c> | </c> between.</param>
/// <param name="IsAssumed">True when nothing tells day from month, and the day was taken first.</param>
/// <param name="ByOrder">True when the order of the rows told.</param>
internal sealed record DateEvidence(string Pattern, bool IsAssumed, bool ByOrder)
{
    private const int FewestStrange = 3;
    private const int StrangeShare = 100;
    private const int FewestSteps = 10;

    /// <summary>Decides.</summary>
    /// <param name="vote">What the dates alone tell.</param>
    /// <param name="rows">Dates and order numbers of the first rows, in file order.</param>
    /// <returns>Null when no date follows a known pattern.</returns>
    public static DateEvidence? Find(DialectVote vote, IReadOnlyList<(byte[] Date, byte[] Order)> rows)
    {
        if (vote.Dates is not { } usual)
        {
            return null;
        }

        var dated = rows.Where(row => row.Date.Length > 0).ToList();
        DatePattern[] first = vote.DatesAreAmbiguous ? [usual, usual.Mirror!] : [usual];
        var second = Second(dated, first);
        var readings = (from one in first from other in second.DefaultIfEmpty() select other is null ? one.Text : DatePatterns.Join(one, other)).ToList();
        return readings is [var only] ? new(only, false, false)
            : Decide(readings, dated) ?? Decide(readings, [.. dated.Select(row => (row, Number: OrderNumber(row.Order))).Where(row => row.Number is not null).OrderBy(row => row.Number).Select(row => row.row)])
            ?? new(readings[0], true, false);
    }

    /// <summary>The pattern of the dates that do not follow the usual one, and its mirror where these fit that as well; none unless they are many and alike.</summary>
    private static List<DatePattern> Second(List<(byte[] Date, byte[] Order)> rows, DatePattern[] usual)
    {
        var strange = rows.Where(row => !usual.Any(pattern => pattern.TryRead(row.Date, out _))).ToList();
        if (strange.Count < FewestStrange || strange.Count * StrangeShare < rows.Count)
        {
            return [];
        }

        var fits = DatePattern.Known.Select(pattern => (pattern, Count: strange.Count(row => pattern.TryRead(row.Date, out _)))).OrderByDescending(fit => fit.Count).ToList();
        return fits[0].Count * 20 < strange.Count * 19 ? []
            : [.. fits.Where(fit => fit.Count == fits[0].Count && (fit.pattern == fits[0].pattern || fit.pattern.Text == fits[0].pattern.Mirror?.Text)).Select(fit => fit.pattern)];
    }

    /// <summary>The reading under which time goes on from row to row, where the others go back again and again.</summary>
    private static DateEvidence? Decide(List<string> readings, List<(byte[] Date, byte[] Order)> rows)
    {
        var back = readings.Select(reading => (reading, Steps: StepsBack(new DatePatterns(reading), rows))).OrderBy(entry => entry.Steps).ToList();
        return back[0].Steps * 20 <= rows.Count && back[1].Steps >= FewestSteps && back[1].Steps >= 5 * back[0].Steps ? new(back[0].reading, false, true) : null;
    }

    private static int StepsBack(DatePatterns patterns, List<(byte[] Date, byte[] Order)> rows)
    {
        var (steps, last) = (0, long.MinValue);
        foreach (var (date, _) in rows)
        {
            if (patterns.TryRead(date, out var moment))
            {
                steps += moment < last ? 1 : 0;
                last = moment;
            }
        }

        return steps;
    }

    private static long? OrderNumber(byte[] order)
    {
        var text = Encoding.UTF8.GetString(order).TrimStart([.. "#ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"]);
        return long.TryParse(text, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
