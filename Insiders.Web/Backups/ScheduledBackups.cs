using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Web.Features.Settings;
using Insiders.Web.Worker;

namespace Insiders.Web.Backups;

/// <summary>Makes a backup a day, once its time of day has come; a day that the process slept through is made up for.</summary>
public sealed class ScheduledBackups(BackupService backups, Installation installation, FirstPage firstPage, TimeProvider time, ILogger<ScheduledBackups> log) : EnduringService(time, log)
{
    private static readonly TimeSpan s_between = TimeSpan.FromMinutes(1);

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
        var wanted = await installation.ReadBackupsAsync(cancellationToken);
        if (!wanted.IsDue(Time.GetLocalNow()))
        {
            return false;
        }

        try
        {
            await backups.MakeScheduledAsync(wanted.Keep, cancellationToken);
        }
        catch (Exception refusal) when (StoreRefusal.Is(refusal))
        {
            Log.LogError(refusal, "The daily backup could not be made; it is tried again tomorrow.");
        }

        await installation.NoteBackupAsync(wanted with { LastDay = DateOnly.FromDateTime(Time.GetLocalNow().Date) }, cancellationToken);
        return true;
    }
}
