namespace Insiders.Core.Demo;

/// <summary>When the generated shop sells: a weekly rhythm, a Christmas season, holidays and opening hours.</summary>
internal static class ShopCalendar
{
    /// <summary>How busy a day is relative to an average day of about 1; 0 when the shop is closed.</summary>
    internal static double Busyness(DateOnly date)
    {
        if (date is { Month: 12, Day: >= 24 } or { Month: 1, Day: <= 2 })
        {
            return 0;
        }

        var weekday = date.DayOfWeek switch
        {
            DayOfWeek.Monday => 1.05,
            DayOfWeek.Tuesday => 1.20,
            DayOfWeek.Wednesday => 1.15,
            DayOfWeek.Thursday => 1.35,
            DayOfWeek.Friday => 0.95,
            DayOfWeek.Saturday => 0.35,
            _ => 0.60,
        };
        var season = date.Month switch { 1 => 0.75, 2 => 0.75, 8 => 0.85, 9 => 1.15, 10 => 1.35, 11 => 1.75, 12 => 1.30, _ => 0.92 };
        return weekday * season;
    }

    /// <summary>True in the weeks before Christmas.</summary>
    internal static bool IsSeason(DateOnly date) => date.Month is 10 or 11 || date is { Month: 12, Day: < 24 };

    /// <summary>The minute of the day of an order, 8:00 to 17:59 (weekends 10:00 to 15:59), most at noon.</summary>
    /// <param name="date">The day.</param>
    /// <param name="chance">Sum of two random numbers in [0, 1).</param>
    internal static int Minute(DateOnly date, double chance)
    {
        var weekend = date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return weekend ? 600 + (int)(chance * 180) : 480 + (int)(chance * 300);
    }
}
