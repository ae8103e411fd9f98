using Insiders.Core.Storage.Backups;
using Insiders.Web.Features.Settings;

namespace Insiders.Tests.Kills;

/// <summary>A backup restored through the site.</summary>
/// <param name="site">Its data folder.</param>
public sealed class RestoreKill(KilledSite site) : KillScenario(site)
{
    private HttpClient _client = null!;

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        await Site.StartAsync();
        _client = await Site.SignInAsync();
        _client.DefaultRequestHeaders.Add("RequestVerificationToken", await _client.GetStringAsync("api/uploads/token"));
    }

    /// <inheritdoc/>
    public override async Task WorkAsync(CancellationToken killed)
    {
        using var client = _client;
        await using var file = File.OpenRead(Site.Template.Backup);
        using var form = new MultipartFormDataContent { { new StringContent("on"), "understood" }, { new StreamContent(file), "file", "other.zip" } };
        using var answer = await client.PostAsync(BackupEndpoints.Restore, form, killed);
        Assert.EndsWith("restore=done", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        var state = await FolderState.ReadAsync(Site.Folder);
        var audited = await Site.AuditedAsync("backup.restored");
        if (state == Site.Template.State)
        {
            return wasDone || audited.Count > 0 ? [$"nothing is restored; was done: {wasDone}, in the audit: {audited.Count}"] : [];
        }

        return
        [
            .. state == Site.Template.BackupState ? Array.Empty<string>() : [$"there is {state}, which is neither {Site.Template.State} nor {Site.Template.BackupState}"],
            .. audited.Count == 1 ? [] : new[] { $"the backup is restored, and the audit has that {audited.Count} times" },
            .. await HasKeptAsync() ? [] : new[] { "what was there before is not kept" },
        ];
    }

    private async Task<bool> HasKeptAsync()
        => Directory.GetFiles(Site.Folder.Backups, "insiders-before-restore-*.zip") is [var before] && (await BackupArchive.VerifyAsync(before, CancellationToken.None)).Counts == Site.Template.State.Counts;
}
