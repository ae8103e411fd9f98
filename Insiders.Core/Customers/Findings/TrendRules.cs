using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Findings;

/// <summary>How all revenue moves: against the period before, and in an unusual week.</summary>
internal static class TrendRules
{
    /// <summary>Revenue against the period before, with what drove it and what held it back.</summary>
    public static IEnumerable<Finding> Trend(FindingContext context)
    {
        var change = context.Summary.Whole;
        if (change is not { RevenueDifference: { } difference, RevenueRatio: { } ratio } || Math.Abs(ratio) < FindingLimits.LeastTrendRatio || !FindingLimits.IsEnough(change, change))
        {
            yield break;
        }

        var sign = Math.Sign(difference);
        var streak = Streak(context, sign);
        if (Math.Abs(change.Deviations) < FindingLimits.LeastTrendDeviations && streak < FindingLimits.LeastStreak)
        {
            yield break;
        }

        var segments = context.Summary.Segments.Where(line => line.Of is not null).Select(line => new FindingDriver(line.Change.RevenueDifference ?? 0) { Segment = line.Of });
        // Half of everybody and more is no reason: it is what moved.
        var countries = context.Summary.Countries.Where(line => line.Change.Before?.RevenueAmount < change.Before?.RevenueAmount / 2).Select(line => new FindingDriver(line.Change.RevenueDifference ?? 0) { Country = line.Of });
        var (sold, soldBefore) = (context.ProductDays.Totals(context.Comparison.Now), context.ProductDays.Totals(context.Comparison.Before!));
        var products = context.Goods.Select(place => new FindingDriver(sold[place].RevenueAmount - soldBefore[place].RevenueAmount) { Product = context.Products[place] });
        FindingDriver[] others = [.. countries, .. products];
        ImmutableArray<FindingDriver> drivers = [.. new[] { Strongest(segments, sign), Strongest(others, sign) }.OfType<FindingDriver>().Where(driver => IsMuch(driver, difference))];
        yield return new(sign > 0 ? FindingCode.RevenueRose : FindingCode.RevenueFell, Math.Abs(difference))
        {
            Period = context.Comparison.Now,
            Change = change,
            Drivers = drivers,
            Brake = Strongest([.. segments, .. others], -sign) is { } brake && IsMuch(brake, difference) ? brake : null,
            Streak = streak,
        };
    }

    /// <summary>One of the latest weeks, where it is far from the others.</summary>
    public static IEnumerable<Finding> Week(FindingContext context)
    {
        if (context.Coverage.LatestWhole(PeriodUnit.Week) is not { } latest)
        {
            yield break;
        }

        var recentFrom = context.Comparison.Now.First < latest.First ? context.Comparison.Now.First : latest.First;
        var weeks = context.Coverage.Before(latest, FindingLimits.WeeksCompared).Where(context.Coverage.IsWhole).Select(week => (Week: week, Total: Sum(context.Days, week))).ToArray();
        foreach (var (week, total) in weeks.Where(week => week.Week.Last >= recentFrom).OrderByDescending(week => week.Week.First))
        {
            var others = weeks.Where(other => other.Week != week).ToArray();
            if (others.Length < FindingLimits.LeastWeeks)
            {
                continue;
            }

            var usual = Median(others.Select(other => other.Total.RevenueAmount));
            var spread = 1.4826 * Median(others.Select(other => Math.Abs(other.Total.RevenueAmount - usual)));
            var deviation = Math.Max(spread, Math.Sqrt(Median(others.Select(other => other.Total.SquaredAmounts))));
            var excess = total.RevenueAmount - usual;
            if (deviation > 0 && Math.Abs(excess) >= FindingLimits.LeastWeekDeviations * deviation && Math.Abs(excess) >= FindingLimits.LeastWeekRatio * usual
                && FindingLimits.IsEnough(total.Customers, Math.Abs(excess), context.RevenueAmount))
            {
                yield return new(excess > 0 ? FindingCode.WeekHigh : FindingCode.WeekLow, Math.Abs(excess))
                {
                    Period = week,
                    Change = new PeriodChange(total, null),
                    Amount = usual,
                    Day = excess > 0 ? DayOf(context.Days, week, excess) : null,
                };
            }
        }
    }

    private static PeriodTotals Sum(DailySales days, Period period) => PeriodSummary.Sum(days.Totals(period), null, Enumerable.Range(0, days.Places)).Now;

    // The day that makes the week: the others bring what they do in any week.
    private static DateOnly? DayOf(DailySales days, Period week, double excess)
    {
        var (amount, day) = days.RevenueByDay(week).Select((amount, day) => (amount, day)).Max();
        return amount >= excess ? week.First.AddDays(day) : null;
    }

    private static FindingDriver? Strongest(IEnumerable<FindingDriver> drivers, int sign) => drivers.Where(driver => Math.Sign(driver.DifferenceAmount) == sign).MaxBy(driver => Math.Abs(driver.DifferenceAmount));

    private static bool IsMuch(FindingDriver driver, double difference) => Math.Abs(driver.DifferenceAmount) >= FindingLimits.LeastRatio * Math.Abs(difference);

    private static int Streak(FindingContext context, int sign)
    {
        var streak = 0;
        for (var period = context.Comparison.Now; period?.Previous is { } before && context.Coverage.IsWhole(before); period = before)
        {
            if (Math.Sign(context.Days.RevenueOf(period) - context.Days.RevenueOf(before)) != sign)
            {
                break;
            }

            streak++;
        }

        return Math.Max(streak, 1);
    }

    internal static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0 ? 0 : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
