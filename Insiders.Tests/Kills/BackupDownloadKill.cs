using Insiders.Core.Storage.Backups;
using Insiders.Web.Features.Settings;

namespace Insiders.Tests.Kills;

/// <summary>A backup download.</summary>
/// <param name="site">Its data folder.</param>
public sealed class BackupDownloadKill(KilledSite site) : KillScenario(site)
{
    private HttpClient _client = null!;

    private string File => Site.Beside("downloaded.zip");

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        await Site.StartAsync();
        _client = await Site.SignInAsync();
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed)
    {
        using var client = _client;
        await System.IO.File.WriteAllBytesAsync(File, await client.GetByteArrayAsync(BackupEndpoints.Download, killed), killed);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        if (wasDone)
        {
            await BackupArchive.VerifyAsync(File, CancellationToken.None);
        }

        return
        [
            .. wasDone && (await Site.AuditedAsync("backup.downloaded")).Count != 1 ? ["the audit does not have the download"] : Array.Empty<string>(),
            .. await FolderState.ReadAsync(Site.Folder) == Site.Template.State ? [] : new[] { "the data are not what they were" },
        ];
    }
}
