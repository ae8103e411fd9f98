using Insiders.Core.Application.Settings;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Kills;

/// <summary>The daily backup, made soon after a start.</summary>
/// <param name="site">Its data folder.</param>
public sealed class DailyBackupKill(KilledSite site) : KillScenario(site)
{
    /// <inheritdoc/>
    public override Task PrepareAsync() => Site.SettingsService.SaveAsync(Actors.Ana, new InstallationBackups { Daily = true, At = TimeOnly.MinValue }, CancellationToken.None);

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        Site.Launch();
        await Until.TrueAsync(() => Task.FromResult(Site.Files().Any(path => path.StartsWith("spill/insiders-scheduled-", StringComparison.Ordinal))), "The backup began.");
    }

    /// <inheritdoc/>
    public override Task WorkAsync(CancellationToken killed) => Until.TrueAsync(async () => (await LastDayAsync()) is not null, "The day's backup is made.", killed);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        => await LastDayAsync() is null ? ["the day's backup is not made"]
            : Directory.GetFiles(Site.Folder.Backups, "insiders-scheduled-*.zip").Length is var kept && kept != 1 && (wasDone || kept != 2) ? [$"there are {kept} backups of a day"]
            : (await Site.AuditedAsync("backup.made")).Count is var audited && audited != kept && (wasDone || audited != kept - 1) ? [$"there are {kept} backups, and {audited} in the audit"] : [];

    private async Task<DateOnly?> LastDayAsync() => (await Site.SettingsService.ReadBackupsAsync(CancellationToken.None)).LastDay;
}
