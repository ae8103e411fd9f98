using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Backups;

/// <summary>Makes a backup a day, once its time of day has come; a day that the process slept through is made up for.</summary>
public sealed class ScheduledBackups(BackupService backups, SettingsService settings, StartupGate firstPage, TimeProvider time, ILogger<ScheduledBackups> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

    // Somebody may make room in the course of the day; to try for hours would keep the disk busy.
    private static readonly TimeSpan s_afterRefusal = TimeSpan.FromMinutes(15);

    private DateTimeOffset _notBefore;
    private DateOnly? _madeOn;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken stoppingToken)
    {
        await firstPage.WaitAsync(stoppingToken);
        for (; ; await Task.Delay(s_between, Time, stoppingToken))
        {
            await MakeDueAsync(stoppingToken);
        }
    }

    /// <summary>Makes the backup that is due, if one is.</summary>
    /// <returns>True when one was made.</returns>
    public async Task<bool> MakeDueAsync(CancellationToken cancellationToken)
    {
        var (wanted, now) = (await settings.ReadBackupsAsync(cancellationToken), Time.GetLocalNow());
        if (!wanted.IsDue(now) || now < _notBefore)
        {
            return false;
        }

        // Made, but not noted as the disk was full by then: it is not made again.
        var today = DateOnly.FromDateTime(now.Date);
        if (_madeOn != today)
        {
            try
            {
                await backups.MakeScheduledAsync(wanted.Keep, cancellationToken);
            }
            catch (Exception refusal) when (StoreRefusal.Is(refusal))
            {
                _notBefore = now + s_afterRefusal;
                Log.LogError(refusal, "The daily backup could not be made; it is tried again in {Minutes} minutes.", s_afterRefusal.TotalMinutes);
                return false;
            }

            _madeOn = today;
        }

        // Read anew: somebody may have changed the schedule while the backup was made.
        await settings.NoteBackupAsync(await settings.ReadBackupsAsync(cancellationToken) with { LastDay = today }, cancellationToken);
        return true;
    }
}
