namespace Insiders.Core.Customers;

/// <summary>A length of time as people say it: whole years, months or weeks where it is that, days where it is not.</summary>
/// <param name="Count">How many; negative for backwards.</param>
/// <param name="Unit">Of what.</param>
/// <param name="IsExact">False where the count is rounded.</param>
public readonly record struct CalendarSpan(int Count, CalendarUnit Unit, bool IsExact)
{
    // Beyond that nobody counts days.
    private const int LongestInDays = 60;
    private const double DaysOfMonth = 365.2425 / 12;

    /// <summary>From one day to another, negative when the other is earlier.</summary>
    public static CalendarSpan Between(DateOnly from, DateOnly to)
    {
        var (early, late, sign) = from <= to ? (from, to, 1) : (to, from, -1);
        var days = late.DayNumber - early.DayNumber;
        var months = ((late.Year - early.Year) * 12) + late.Month - early.Month;
        if (months > 0 && (early.AddMonths(months) == late || (IsMonthEnd(early) && IsMonthEnd(late))))
        {
            return months % 12 == 0 ? new(sign * months / 12, CalendarUnit.Year, true) : new(sign * months, CalendarUnit.Month, true);
        }

        if (days > LongestInDays)
        {
            return new(sign * (int)Math.Round(days / DaysOfMonth, MidpointRounding.AwayFromZero), CalendarUnit.Month, false);
        }

        return days > 0 && days % 7 == 0 ? new(sign * days / 7, CalendarUnit.Week, true) : new(sign * days, CalendarUnit.Day, true);
    }

    private static bool IsMonthEnd(DateOnly day) => day.AddDays(1).Day == 1;
}
