using System.Globalization;
using Quartz;

namespace Insiders.Core.Application.Settings;

/// <summary>When scheduled runs start.</summary>
public sealed record InstallationSchedule
{
    /// <summary>How often.</summary>
    public ScheduleKind Kind { get; init; } = ScheduleKind.Off;

    /// <summary>Time of day; not used for <see cref="ScheduleKind.Cron"/>.</summary>
    public TimeOnly At { get; init; } = new(3, 30);

    /// <summary>Day of the week, used for <see cref="ScheduleKind.Weekly"/>.</summary>
    public DayOfWeek Weekday { get; init; } = DayOfWeek.Monday;

    /// <summary>Day of the month, used for <see cref="ScheduleKind.Monthly"/>: 1 to 28, so that every month has it.</summary>
    public int Day
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Day));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 28, nameof(Day));
            field = value;
        }
    } = 1;

    /// <summary>Expression used for <see cref="ScheduleKind.Cron"/>: Quartz's six fields, seconds first.</summary>
    public string Cron { get; init; } = "0 30 3 ? * MON-FRI";

    /// <summary>Id of the time zone, as the system knows it.</summary>
    public string Zone { get; init; } = "UTC";

    /// <summary>Skip a run when ledger and recipe are those of the last successful run.</summary>
    public bool SkipUnchanged { get; init; } = true;

    /// <summary>Publish scheduled runs as soon as they are done.</summary>
    public bool Publish { get; init; }

    /// <summary>The schedule as a cron expression in its time zone; null when it is off.</summary>
    /// <exception cref="FormatException">The expression cannot be parsed.</exception>
    /// <exception cref="TimeZoneNotFoundException">The system does not know the zone.</exception>
    public CronExpression? ToCron()
    {
        var text = Kind switch
        {
            ScheduleKind.Off => null,
            ScheduleKind.Daily => string.Create(CultureInfo.InvariantCulture, $"0 {At.Minute} {At.Hour} * * ?"),
            ScheduleKind.Weekly => string.Create(CultureInfo.InvariantCulture, $"0 {At.Minute} {At.Hour} ? * {(int)Weekday + 1}"),
            ScheduleKind.Monthly => string.Create(CultureInfo.InvariantCulture, $"0 {At.Minute} {At.Hour} {Day} * ?"),
            _ => Cron,
        };
        return text is null ? null : new CronExpression(text, TimeZoneInfo.FindSystemTimeZoneById(Zone));
    }

    /// <summary>The next start times, in the schedule's time zone; fewer when there are no more.</summary>
    /// <exception cref="FormatException">The expression cannot be parsed.</exception>
    public IReadOnlyList<DateTimeOffset> Next(DateTimeOffset now, int count)
    {
        var times = new List<DateTimeOffset>();
        if (ToCron() is { } cron)
        {
            for (var at = cron.GetNextValidTimeAfter(now); at is not null && times.Count < count; at = cron.GetNextValidTimeAfter(at.Value))
            {
                times.Add(TimeZoneInfo.ConvertTime(at.Value, cron.TimeZone));
            }
        }

        return times;
    }
}
