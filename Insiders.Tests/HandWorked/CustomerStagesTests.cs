using Insiders.Core.Segments.Stages;

namespace Insiders.Tests.HandWorked;

/// <summary>Stages worked out by hand; the rule is in docs/methods/stages.md.</summary>
public sealed class CustomerStagesTests
{
    private static readonly DateOnly s_asOf = new(2017, 12, 7);

    [Fact]
    public void Silence_is_held_against_the_customer_s_own_middle_gap_from_three_purchase_days_on()
    {
        // Gaps 20 and 40: the middle one is 30. With fewer than a hundred gaps the multiples are 2, 4 and 6.
        Assert.Equal((CustomerStage.Active, 60, 30), Read(120, 100, 60)); // 60 of 60
        Assert.Equal((CustomerStage.Slipping, 61, 30), Read(121, 101, 61));
        Assert.Equal((CustomerStage.Slipping, 120, 30), Read(180, 160, 120));
        Assert.Equal((CustomerStage.Dormant, 121, 30), Read(181, 161, 121));
        Assert.Equal((CustomerStage.Dormant, 180, 30), Read(240, 220, 180));
    }

    [Fact]
    public void Silence_of_others_is_held_against_the_gaps_of_the_shop()
    {
        // One customer comes every 10 days: the shop's middle gap is 10; dormant after 4 and lost after 7 of them, but not before 90 days.
        (int Row, int DaysAgo)[] regular = [.. Enumerable.Range(0, 30).Select(i => (0, 10 * i))];
        foreach (var (daysAgo, stage) in new[] { (31, CustomerStage.Slipping), (40, CustomerStage.Slipping), (41, CustomerStage.Dormant), (90, CustomerStage.Dormant), (91, CustomerStage.Lost) })
        {
            var stages = Of(2, [.. regular, (1, daysAgo)]);

            Assert.Equal(10, stages.Limits.MedianGapDays);
            Assert.Equal(new StageBounds(10, 40, 70), stages.Limits.SilentDays);
            Assert.Equal((stage, (double?)null), (stages.Stages[1], stages.Read(1).UsualGapDays));
        }
    }

    [Fact]
    public void Two_purchase_days_are_no_rhythm()
        => Assert.Null(Of(1, [(0, 50), (0, 0)]).Read(0).UsualGapDays);

    [Fact]
    public void Whoever_bought_first_within_thirty_days_is_new_whatever_the_gaps()
    {
        var stages = Of(2, [(0, 30), (1, 31), (1, 1)]);

        Assert.Equal([CustomerStage.New, CustomerStage.Active], stages.Stages.AsEnumerable());
    }

    [Fact]
    public void Where_nobody_came_twice_the_span_is_cut_into_quarters()
    {
        var stages = Of(5, [(0, 400), (1, 100), (2, 101), (3, 201), (4, 301)]);

        Assert.Null(stages.Limits.MedianGapDays);
        Assert.Equal(new StageBounds(100, 200, 300), stages.Limits.SilentDays);
        Assert.Equal([CustomerStage.Lost, CustomerStage.Active, CustomerStage.Slipping, CustomerStage.Dormant, CustomerStage.Lost], stages.Stages.AsEnumerable());
    }

    [Fact]
    public void A_customer_who_comes_daily_is_not_slipping_after_three_days()
    {
        Assert.Equal(CustomerStage.Active, Of(1, [(0, 40), (0, 39), (0, 38), (0, 14)]).Stages[0]); // a usual gap counts as a week at least
        Assert.Equal(CustomerStage.Slipping, Of(1, [(0, 41), (0, 40), (0, 39), (0, 15)]).Stages[0]);
    }

    [Fact]
    public void A_regular_customer_is_not_lost_before_silence_that_loses_others()
    {
        // Usual gap 7, six times that are 42 days; the shop loses people after 7 × 7 = 49 days, and nobody before 90.
        Assert.Equal(CustomerStage.Dormant, Of(1, [(0, 104), (0, 97), (0, 90)]).Stages[0]);
        Assert.Equal(CustomerStage.Lost, Of(1, [(0, 105), (0, 98), (0, 91)]).Stages[0]);
    }

    [Fact]
    public void Limits_that_an_administrator_set_take_the_place_of_the_ledger_s()
    {
        var days = new[] { (0, 120), (0, 100), (0, 61), (1, 61) };
        var stages = Of(2, days, new StageSettings { UsualGaps = new(3, 5, 7), SilentDays = new(61, 90, 120), NewDays = 10 });

        Assert.Equal([CustomerStage.Active, CustomerStage.Active], stages.Stages.AsEnumerable());
        Assert.Equal([CustomerStage.Slipping, CustomerStage.New], stages.With(new StageSettings { NewDays = 61 }).Stages.AsEnumerable());
    }

    [Fact]
    public void Bounds_that_do_not_ascend_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { UsualGaps = new(3, 3, 7) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { SilentDays = new(0, 3, 7) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { UsualGaps = new(1, 2, double.PositiveInfinity) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { UsualGaps = new(double.NaN, 2, 3) });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { NewDays = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new StageSettings { LostNotBeforeDays = 4_000 });
    }

    [Fact]
    public void Somebody_who_only_returned_has_been_silent_since_the_first_day()
    {
        var stages = CustomerStages.Of(new PurchaseDays(1, []), s_asOf.AddDays(-200), s_asOf, StageSettings.FromLedger);

        Assert.Equal((200, CustomerStage.Lost), (stages.Read(0).SilentDays, stages.Stages[0]));
    }

    private static (CustomerStage, int, double?) Read(params int[] daysAgo)
    {
        var reading = Of(1, [.. daysAgo.Select(ago => (0, ago))]).Read(0);
        return (reading.Stage, reading.SilentDays, reading.UsualGapDays);
    }

    private static CustomerStages Of(int customers, (int Row, int DaysAgo)[] days, StageSettings? settings = null)
        => CustomerStages.Of(
            new PurchaseDays(customers, days.Select(day => (day.Row, s_asOf.AddDays(-day.DaysAgo)))), s_asOf.AddDays(-days.Max(day => day.DaysAgo)), s_asOf, settings ?? StageSettings.FromLedger);
}
