using Insiders.Core.Application.Settings;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Application.Settings;

public sealed class InstallationScheduleTests
{
    // Saturday, 29 February 2020, 12:00 UTC.
    private static readonly DateTimeOffset s_now = SavedRuns.Noon;

    [Fact]
    public void The_next_five_times_of_a_daily_schedule_are_five_mornings()
    {
        var next = new InstallationSchedule { Kind = ScheduleKind.Daily, At = new(3, 30) }.Next(s_now, 5);

        Assert.Equal([1, 2, 3, 4, 5], next.Select(at => at.Day));
        Assert.All(next, at => Assert.Equal(new TimeOnly(3, 30), TimeOnly.FromDateTime(at.DateTime)));
    }

    [Fact]
    public void A_weekly_schedule_keeps_its_day_and_a_monthly_one_its_date()
    {
        Assert.Equal(new DateTime(2020, 3, 2, 3, 30, 0), new InstallationSchedule { Kind = ScheduleKind.Weekly, Weekday = DayOfWeek.Monday }.Next(s_now, 1)[0].DateTime); // 1 March if days were counted from 0
        Assert.Equal(new DateTime(2020, 3, 28, 3, 30, 0), new InstallationSchedule { Kind = ScheduleKind.Monthly, Day = 28 }.Next(s_now, 1)[0].DateTime);
    }

    [Fact]
    public void Times_are_those_of_the_time_zone()
    {
        var next = new InstallationSchedule { Kind = ScheduleKind.Daily, At = new(9, 0), Zone = "America/Sao_Paulo" }.Next(s_now, 1)[0];

        Assert.Equal(new DateTimeOffset(2020, 3, 1, 12, 0, 0, TimeSpan.Zero), next.ToUniversalTime()); // 29 February, 12:00 is now and not after it
    }

    [Fact]
    public void A_cron_expression_is_taken_as_written_and_a_broken_one_refused()
    {
        Assert.Equal([2, 3, 4, 5, 6], new InstallationSchedule { Kind = ScheduleKind.Cron, Cron = "0 0 7 ? * MON-FRI" }.Next(s_now, 5).Select(at => at.Day));
        Assert.Throws<FormatException>(() => new InstallationSchedule { Kind = ScheduleKind.Cron, Cron = "every morning" }.Next(s_now, 5));
    }

    [Fact]
    public void Off_is_never()
    {
        Assert.Empty(new InstallationSchedule().Next(s_now, 5));
        Assert.Throws<ArgumentOutOfRangeException>(() => new InstallationSchedule { Day = 29 });
        Assert.Throws<ArgumentException>(() => new InstallationGeneral { Currency = "EURO" });
    }
}
