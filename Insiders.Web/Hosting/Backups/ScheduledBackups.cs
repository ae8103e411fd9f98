using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;

namespace Insiders.Web.Hosting.Backups;

/// <summary>Makes a daily backup at its time of day; if the process was not running then, the backup is made later that day.</summary>
public sealed class ScheduledBackups(BackupService backups, SettingsService settings, StartupGate firstPage, TimeProvider time, ILogger<ScheduledBackups> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

    // Someone may free space during the day; retrying continuously would keep the disk busy.
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

    /// <summary>Makes a backup if one is due.</summary>
    /// <returns>True when one was made.</returns>
    public async Task<bool> MakeDueAsync(CancellationToken cancellationToken)
    {
        var (wanted, now) = (await settings.ReadBackupsAsync(cancellationToken), Time.GetLocalNow());
        if (!wanted.IsDue(now) || now < _notBefore)
        {
            return false;
        }

        // The backup was made but could not be recorded because the disk was full: do not make it again.
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
                Log.LogError(refusal, "The daily backup could not be made; the next attempt is in {Minutes} minutes.", s_afterRefusal.TotalMinutes);
                return false;
            }

            _madeOn = today;
        }

        // Read again, because the schedule may have changed while the backup was being made.
        await settings.NoteBackupAsync(await settings.ReadBackupsAsync(cancellationToken) with { LastDay = today }, cancellationToken);
        return true;
    }
}
