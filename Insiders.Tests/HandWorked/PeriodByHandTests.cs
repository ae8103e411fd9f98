using Insiders.Core.Customers;
using Insiders.Core.Customers.Periods;

namespace Insiders.Tests.HandWorked;

/// <summary>Periods and what they may be compared with, worked out on a calendar.</summary>
public sealed class PeriodByHandTests
{
    private static readonly PeriodCoverage s_real = new(new(2016, 11, 29), new(2017, 12, 7), []);

    [Fact]
    public void A_month_has_as_many_days_as_its_calendar_says()
    {
        Assert.Equal([31, 29, 31], Enumerable.Range(1, 3).Select(month => Month(2016, month).Days));
        Assert.Equal((new DateOnly(2016, 2, 1), new DateOnly(2016, 2, 29)), (Month(2016, 2).First, Month(2016, 2).Last));
        Assert.Equal(Month(2016, 1), Month(2016, 2).Previous);
        Assert.Equal(Month(2015, 12), Month(2016, 1).Previous);
        Assert.Equal((Month(2015, 2), 28), (Month(2016, 2).YearBefore, Month(2016, 2).YearBefore!.Days));
    }

    [Fact]
    public void A_week_begins_on_monday_and_stands_against_the_one_52_weeks_before()
    {
        // 1 March 2020 was a Sunday, 26 February 2019 a Tuesday.
        var week = Period.Of(PeriodUnit.Week, new(2020, 3, 1));

        Assert.Equal((new DateOnly(2020, 2, 24), new DateOnly(2020, 3, 1)), (week.First, week.Last));
        Assert.Equal(new DateOnly(2020, 2, 17), week.Previous!.First);
        Assert.Equal((new DateOnly(2019, 2, 25), DayOfWeek.Monday), (week.YearBefore!.First, week.YearBefore.First.DayOfWeek)); // 24 February 2019 by date, a Sunday
        Assert.Equal(new DateOnly(2020, 2, 24), Period.Of(PeriodUnit.Week, new(2020, 2, 24)).First);
    }

    [Fact]
    public void Several_units_move_together()
    {
        var quarter = Period.Between(PeriodUnit.Month, new(2017, 10, 5), new(2017, 12, 7));

        Assert.Equal((3, new DateOnly(2017, 10, 1), new DateOnly(2017, 12, 31), 92), (quarter.Count, quarter.First, quarter.Last, quarter.Days));
        Assert.Equal(Period.Of(PeriodUnit.Month, new(2017, 7, 1), 3), quarter.Previous);
        Assert.Equal(Period.Of(PeriodUnit.Month, new(2018, 1, 1), 3), quarter.Next);
        Assert.Equal(2, Period.Between(PeriodUnit.Week, new(2017, 12, 3), new(2017, 12, 4)).Count); // a Sunday and the Monday after
        Assert.Equal(1, Period.Between(PeriodUnit.Day, new(2017, 12, 3), new(2017, 12, 3)).Count);
    }

    [Fact]
    public void Days_stand_against_the_same_dates_and_29_february_against_none()
    {
        Assert.Equal(new DateOnly(2019, 2, 28), Period.Of(PeriodUnit.Day, new(2020, 2, 28)).YearBefore!.First);
        Assert.Null(Period.Of(PeriodUnit.Day, new(2020, 2, 29)).YearBefore);
        Assert.Equal(ComparisonRefusalCode.NoSuchPeriod, Compare(new(new(2018, 1, 1), new(2020, 12, 31), []), Period.Of(PeriodUnit.Day, new(2020, 2, 29)), ComparisonKind.YearAgo)?.Code);

        // From 20 February 2020 fifteen days reach to 5 March; a year before there is no 29th, so they reach to 6 March.
        Assert.Equal(new DateOnly(2019, 3, 6), Period.Of(PeriodUnit.Day, new(2020, 2, 20), 15).YearBefore!.Last);
    }

    [Fact]
    public void The_ends_of_the_calendar_have_nothing_beyond_them()
    {
        Assert.Null(Period.Of(PeriodUnit.Month, DateOnly.MinValue).Previous);
        Assert.Null(Period.Of(PeriodUnit.Month, DateOnly.MinValue).YearBefore);
        Assert.Null(Period.Of(PeriodUnit.Month, new(9999, 11, 1)).Next);
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of(PeriodUnit.Month, DateOnly.MaxValue));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Of(PeriodUnit.Day, new(2020, 1, 1), 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => Period.Between(PeriodUnit.Day, new(2020, 1, 2), new(2020, 1, 1)));
    }

    [Fact]
    public void Months_compare_with_months_and_other_spans_only_with_as_many_days()
    {
        Assert.True(Month(2017, 2).IsLike(Month(2017, 3))); // 28 and 31 days
        Assert.True(Month(2017, 2).IsLike(Period.Of(PeriodUnit.Week, new(2017, 3, 6), 4)));
        Assert.False(Month(2017, 3).IsLike(Period.Of(PeriodUnit.Week, new(2017, 3, 6), 4)));
        Assert.False(Month(2017, 3).IsLike(Period.Of(PeriodUnit.Month, new(2017, 1, 1), 2)));
        Assert.Equal(new(ComparisonRefusalCode.UnequalSpans, Period.Of(PeriodUnit.Day, new(2017, 5, 1), 10)), Compare(s_real, Month(2017, 11), ComparisonKind.Own, Period.Of(PeriodUnit.Day, new(2017, 5, 1), 10)));
        Assert.Equal(ComparisonRefusalCode.Overlap, Compare(s_real, Month(2017, 11), ComparisonKind.Own, Period.Of(PeriodUnit.Day, new(2017, 11, 30), 30))?.Code);
    }

    [Fact]
    public void Unfinished_and_half_recorded_months_are_not_compared_and_the_day_says_why()
    {
        Assert.Equal(new(ComparisonRefusalCode.Unfinished, Month(2017, 12), new(2017, 12, 7)), Compare(s_real, Month(2017, 12), ComparisonKind.Previous));
        Assert.Null(Compare(s_real, Month(2017, 11), ComparisonKind.Previous));
        Assert.Equal(new(ComparisonRefusalCode.OtherBeginsEarlier, Month(2016, 11), new(2016, 11, 29)), Compare(s_real, Month(2017, 11), ComparisonKind.YearAgo));
        Assert.Equal(new(ComparisonRefusalCode.BeginsEarlier, Month(2016, 11), new(2016, 11, 29)), Compare(s_real, Month(2016, 11), ComparisonKind.Previous));
        Assert.Equal(new(ComparisonRefusalCode.OtherUnfinished, Month(2017, 12), new(2017, 12, 7)), Compare(s_real, Month(2017, 11), ComparisonKind.Own, Month(2017, 12)));
        Assert.True(s_real.IsUnfinished(Month(2017, 12)));
        Assert.False(s_real.IsUnfinished(Month(2016, 11)));
    }

    [Fact]
    public void A_month_with_a_gap_in_it_is_not_compared()
    {
        var coverage = new PeriodCoverage(new(2017, 1, 1), new(2017, 12, 31), [new SalesGap(new(2017, 3, 15), new(2017, 6, 10))]);

        Assert.Equal([1, 2, 7, 8, 9, 10, 11, 12], Enumerable.Range(1, 12).Where(month => coverage.IsWhole(Month(2017, month)))); // 4 and 5, without any sale, are not whole
        Assert.Equal(new(ComparisonRefusalCode.OtherHasGap, Month(2017, 6), new(2017, 3, 15)), Compare(coverage, Month(2017, 7), ComparisonKind.Previous));
        Assert.Equal(ComparisonRefusalCode.HasGap, Compare(coverage, Month(2017, 6), ComparisonKind.Previous)?.Code);
    }

    [Fact]
    public void The_period_to_begin_with_is_the_latest_month_that_can_be_compared_else_the_latest_whole_week_else_the_last_day()
    {
        Assert.Equal(Month(2017, 11), s_real.Standard);
        Assert.Equal(Month(2017, 12), (s_real with { Last = new(2017, 12, 31) }).Standard);
        Assert.Equal(Period.Of(PeriodUnit.Week, new(2017, 11, 20)), new PeriodCoverage(new(2017, 10, 16), new(2017, 11, 29), []).Standard); // six weeks: November has no whole month before it
        Assert.Equal(Period.Of(PeriodUnit.Day, new(2017, 11, 29)), new PeriodCoverage(new(2017, 11, 28), new(2017, 11, 29), []).Standard);
        Assert.Null(new PeriodCoverage(new(2017, 11, 28), new(2017, 11, 29), []).LatestWhole(PeriodUnit.Month));
    }

    [Fact]
    public void Units_before_a_period_end_where_sales_begin()
        => Assert.Equal([Month(2016, 11), Month(2016, 12), Month(2017, 1)], s_real.Before(Month(2017, 1), 13).AsEnumerable());

    private static Period Month(int year, int month) => Period.Of(PeriodUnit.Month, new(year, month, 1));

    private static ComparisonRefusal? Compare(PeriodCoverage coverage, Period now, ComparisonKind kind, Period? own = null) => PeriodComparison.Of(coverage, now, kind, own).Refusal;
}
