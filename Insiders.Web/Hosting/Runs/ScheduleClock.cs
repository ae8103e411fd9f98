using Insiders.Core.Application.Settings;
using Quartz;

namespace Insiders.Web.Hosting.Runs;

/// <summary>Runs the scheduler and keeps it in line with the settings.</summary>
public sealed class ScheduleClock(ISchedulerFactory schedulers, SettingsService settings, StartupGate firstPage, TimeProvider time, ILogger<ScheduleClock> log) : EnduringService(time, log)
{
    private static readonly JobKey s_job = new("scheduled-run");
    private IScheduler? _running;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        settings.ScheduleChanged -= ApplyAsync;
        settings.ScheduleChanged += ApplyAsync;
        await firstPage.WaitAsync(stoppingToken);
        try
        {
            _running = await schedulers.GetScheduler(stoppingToken);
            await _running.Start(stoppingToken);
            await ApplyAsync(await settings.ReadScheduleAsync(stoppingToken), stoppingToken);
        }
        catch (Exception failure) when (failure is FormatException or TimeZoneNotFoundException or SchedulerException)
        {
            Log.LogError(failure, "The schedule cannot be used: no run will start automatically.");
        }
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        settings.ScheduleChanged -= ApplyAsync;
        await base.StopAsync(cancellationToken);
        await (_running?.Shutdown(waitForJobsToComplete: false, cancellationToken) ?? ValueTask.CompletedTask);
    }

    private Task ApplyAsync(InstallationSchedule schedule) => ApplyAsync(schedule, CancellationToken.None);

    /// <summary>Replaces the schedule.</summary>
    /// <exception cref="FormatException">The expression cannot be parsed; the previous schedule stays in effect.</exception>
    public async Task ApplyAsync(InstallationSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        var cron = schedule.ToCron();
        var scheduler = await schedulers.GetScheduler(cancellationToken);
        await scheduler.DeleteJob(s_job, cancellationToken);
        if (cron is not null)
        {
            var trigger = TriggerBuilder.Create().WithCronSchedule(cron.CronExpressionString, builder => builder.InTimeZone(cron.TimeZone)).Build();
            await scheduler.ScheduleJob(JobBuilder.Create<ScheduledRunJob>().WithIdentity(s_job).Build(), trigger, cancellationToken: cancellationToken);
        }
    }
}
