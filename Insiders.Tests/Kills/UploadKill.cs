using System.Net.Http.Headers;
using Insiders.Core.Application.Imports;

namespace Insiders.Tests.Kills;

/// <summary>The upload of a large file.</summary>
/// <param name="site">Its data folder.</param>
public sealed class UploadKill(KilledSite site) : KillScenario(site)
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
        await using var file = File.OpenRead(Site.Template.LargeFile);
        using var form = new MultipartFormDataContent { { new StreamContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/csv") } }, "file", "large.csv" } };
        using var answer = await client.PostAsync("api/uploads", form, killed);
        answer.EnsureSuccessStatusCode();
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        var jobs = await Site.Jobs.ListAsync(CancellationToken.None);
        var audited = await Site.AuditedAsync("file.uploaded");
        return
        [
            .. wasDone && jobs.IsEmpty ? ["the upload was confirmed and is gone"] : Array.Empty<string>(),
            .. jobs.Length == audited.Count ? [] : new[] { $"{jobs.Length} files, and the audit has {audited.Count}" },
            .. jobs.Where(job => job.State != ImportJobState.Uploaded || !IsWhole(job)).Select(job => $"{job.FileName} is {job.State} and not whole"),
        ];
    }

    private bool IsWhole(ImportJob job)
        => new FileInfo(Path.Combine(Site.Folder.Uploads, job.Id + ".upload")) is { Exists: true } file && file.Length == new FileInfo(Site.Template.LargeFile).Length;
}
