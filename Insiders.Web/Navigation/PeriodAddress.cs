using System.Globalization;
using Insiders.Core.Customers.Periods;

namespace Insiders.Web.Navigation;

/// <summary>A period and what it is compared with as part of an address: <c>?period=2017-11&amp;compare=year</c>. Months are <c>2017-11</c>, weeks <c>2017-W45</c>, days <c>2017-11-05</c>, several <c>2017-09..2017-11</c>.</summary>
/// <remarks>What cannot be read is the standard: the latest whole month against the one before.</remarks>
public static class PeriodAddress
{
    /// <summary>The period looked at.</summary>
    public const string Period = "period";

    /// <summary>What it is compared with.</summary>
    public const string Compare = "compare";

    private const string Between = "..";
    private const string MonthFormat = "yyyy-MM";
    private const string DayFormat = "yyyy-MM-dd";
    private const string WeekMark = "-W";

    /// <summary>The comparison that an address asks for.</summary>
    /// <param name="query">The address.</param>
    /// <param name="coverage">The days of the run.</param>
    public static PeriodComparison Read(AddressQuery query, PeriodCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(coverage);
        var now = ReadPeriod(query.Find(Period)) ?? coverage.Standard;
        var own = ReadPeriod(query.Find(Compare));
        return PeriodComparison.Of(coverage, now, own is not null ? ComparisonKind.Own : ReadKind(query.Find(Compare)), own);
    }

    /// <summary>An address with another period.</summary>
    public static AddressQuery WithPeriod(AddressQuery query, Period period, PeriodCoverage coverage)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(coverage);
        return period == coverage.Standard ? query.Without(Period) : query.With(Period, [Write(period)]);
    }

    /// <summary>An address that compares with something else.</summary>
    public static AddressQuery WithKind(AddressQuery query, ComparisonKind kind)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.WithUnless(Compare, NameOf(kind), NameOf(ComparisonKind.Previous));
    }

    /// <summary>An address that compares with a period of one's own.</summary>
    public static AddressQuery WithOwn(AddressQuery query, Period own)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.With(Compare, [Write(own)]);
    }

    /// <summary>A period as addresses have it.</summary>
    public static string Write(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Count == 1 ? Write(period.Unit, period.First) : $"{Write(period.Unit, period.First)}{Between}{Write(period.Unit, period.Last)}";
    }

    /// <summary>The period of a text; null where it is none.</summary>
    public static Period? ReadPeriod(string? text)
    {
        var ends = (text ?? "").Split(Between);
        if (ends.Length > 2 || ReadUnit(ends[0]) is not var (unit, from) || ReadUnit(ends[^1]) is not var (other, until) || unit != other || until < from)
        {
            return null;
        }

        try
        {
            return Insiders.Core.Customers.Periods.Period.Between(unit, from, until);
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static string NameOf(ComparisonKind kind) => kind switch
    {
        ComparisonKind.YearAgo => "year",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static ComparisonKind ReadKind(string? text)
        => Array.Find([ComparisonKind.YearAgo, ComparisonKind.Run, ComparisonKind.None], kind => NameOf(kind) == text) is var found && NameOf(found) == text ? found : ComparisonKind.Previous;

    private static string Write(PeriodUnit unit, DateOnly day) => unit switch
    {
        PeriodUnit.Month => day.ToString(MonthFormat, CultureInfo.InvariantCulture),
        PeriodUnit.Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(day.ToDateTime(TimeOnly.MinValue))}{WeekMark}{ISOWeek.GetWeekOfYear(day.ToDateTime(TimeOnly.MinValue)):00}"),
        _ => day.ToString(DayFormat, CultureInfo.InvariantCulture),
    };

    private static (PeriodUnit Unit, DateOnly Day)? ReadUnit(string text)
    {
        if (DateOnly.TryParseExact(text, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
        {
            return (PeriodUnit.Month, month);
        }

        if (DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return (PeriodUnit.Day, day);
        }

        var parts = text.Split(WeekMark);
        return parts.Length == 2 && int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is > 0 and < 9_999
            && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var week) && week >= 1 && week <= ISOWeek.GetWeeksInYear(year)
            ? (PeriodUnit.Week, DateOnly.FromDateTime(ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)))
            : null;
    }
}
