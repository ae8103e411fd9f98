namespace Insiders.Core.Customers.Periods;

/// <summary>One or more whole days, weeks (Monday to Sunday) or calendar months in a row.</summary>
/// <remarks>
/// Equal when unit, first day and count are. A month is compared with a month although lengths differ by up to three days: that is how shops
/// keep their books; <see cref="Days"/> of both is there to be said.
/// </remarks>
public sealed record Period
{
    /// <summary>Units at most: ten years of days.</summary>
    public const int LongestCount = 3_660;

    private const int WeekDays = 7;
    private const int WeeksOfYear = 52;

    private Period(PeriodUnit unit, DateOnly first, int count) => (Unit, First, Count) = (unit, first, count);

    /// <summary>What it is made of.</summary>
    public PeriodUnit Unit { get; }

    /// <summary>Its first day.</summary>
    public DateOnly First { get; }

    /// <summary>How many units, at least 1.</summary>
    public int Count { get; }

    /// <summary>Its last day.</summary>
    public DateOnly Last => Start(Unit, First, Count).AddDays(-1);

    /// <summary>How many days it has.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>The period of as many units that ends the day before this one begins; null before the first year of the calendar.</summary>
    public Period? Previous => Move(-1);

    /// <summary>The period of as many units that begins the day after this one ends; null after the last year of the calendar.</summary>
    public Period? Next => Move(1);

    /// <summary>The period that begins with the unit a day lies in.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="day">Any day of the first unit.</param>
    /// <param name="count">How many units, 1 to <see cref="LongestCount"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count lies outside, or the period reaches beyond the calendar.</exception>
    public static Period Of(PeriodUnit unit, DateOnly day, int count = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, LongestCount);
        var first = unit switch
        {
            PeriodUnit.Month => new DateOnly(day.Year, day.Month, 1),
            PeriodUnit.Week => day.AddDays(-(((int)day.DayOfWeek + WeekDays - 1) % WeekDays)),
            _ => day,
        };
        _ = Start(unit, first, count);
        return new(unit, first, count);
    }

    /// <summary>The period from the unit of one day to the unit of another.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="from">Any day of the first unit.</param>
    /// <param name="until">Any day of the last unit, not before <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The days are the wrong way round or too far apart.</exception>
    public static Period Between(PeriodUnit unit, DateOnly from, DateOnly until)
    {
        var (first, last) = (Of(unit, from), Of(unit, until));
        return Of(unit, from, 1 + unit switch
        {
            PeriodUnit.Month => ((last.First.Year - first.First.Year) * 12) + last.First.Month - first.First.Month,
            PeriodUnit.Week => (last.First.DayNumber - first.First.DayNumber) / WeekDays,
            _ => last.First.DayNumber - first.First.DayNumber,
        });
    }

    /// <summary>The same period a year ago; null where there is none.</summary>
    /// <remarks>
    /// Months are those of the same names. Weeks are 52 weeks earlier, so that weekdays stand against weekdays. Days begin on the same date and are
    /// as many; there are none when they begin on 29 February.
    /// </remarks>
    public Period? YearBefore
    {
        get
        {
            if (First.Year <= 1)
            {
                return null;
            }

            return Unit == PeriodUnit.Week ? new(Unit, First.AddDays(-WeekDays * WeeksOfYear), Count)
                : Unit == PeriodUnit.Day && First is { Month: 2, Day: 29 } ? null
                : new(Unit, First.AddYears(-1), Count);
        }
    }

    /// <summary>True when a day lies in it.</summary>
    public bool Has(DateOnly day) => First <= day && day <= Last;

    /// <summary>True when some day lies in both.</summary>
    public bool Overlaps(Period other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return First <= other.Last && other.First <= Last;
    }

    /// <summary>True when figures of both can stand against each other: as many of the same unit, or as many days.</summary>
    public bool IsLike(Period other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return (Unit == other.Unit && Count == other.Count) || Days == other.Days;
    }

    private Period? Move(int times)
    {
        try
        {
            var moved = new Period(Unit, Start(Unit, First, times * Count), Count);
            return moved.Days > 0 ? moved : null;
        }
        catch (ArgumentOutOfRangeException)
        {
            return null;
        }
    }

    private static DateOnly Start(PeriodUnit unit, DateOnly first, int units)
        => unit == PeriodUnit.Month ? first.AddMonths(units) : first.AddDays(unit == PeriodUnit.Week ? WeekDays * units : units);
}
