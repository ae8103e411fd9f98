using System.Collections.Immutable;

namespace Insiders.Core.Customers;

/// <summary>A time without any sale that is too long for the shop to have sold nothing: sales are missing, or it was closed.</summary>
/// <param name="First">The first day without a sale.</param>
/// <param name="Last">The last one.</param>
public sealed record SalesGap(DateOnly First, DateOnly Last)
{
    /// <summary>Fewer days without a sale are no gap.</summary>
    public const int ShortestDays = 28;

    // A shop that sells once a week is not missing sales when it sold nothing for a month.
    private const int TimesTheUsual = 10;

    /// <summary>Days without a sale.</summary>
    public int Days => Last.DayNumber - First.DayNumber + 1;

    /// <summary>Finds the gaps of a shop.</summary>
    /// <param name="days">The days it sold something on, ascending.</param>
    /// <returns>At least four weeks each, and ten times what usually lies between two days with sales.</returns>
    public static ImmutableArray<SalesGap> Find(ImmutableArray<DateOnly> days)
    {
        if (days.Length < 2)
        {
            return [];
        }

        int[] steps = [.. days.Skip(1).Zip(days, (next, day) => next.DayNumber - day.DayNumber)];
        var usual = steps.Order().ElementAt(steps.Length / 2);
        var shortest = Math.Max(ShortestDays, TimesTheUsual * usual);
        return [.. steps.Index().Where(step => step.Item > shortest).Select(step => new SalesGap(days[step.Index].AddDays(1), days[step.Index + 1].AddDays(-1)))];
    }

    /// <summary>True when some day of a month lies in the gap, but not all.</summary>
    /// <param name="month">Its first day.</param>
    public bool Cuts(DateOnly month)
    {
        var last = month.AddMonths(1).AddDays(-1);
        return First <= last && Last >= month && !(First <= month && Last >= last);
    }
}
