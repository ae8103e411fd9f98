using System.Net;
using Insiders.Core.Application.Imports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;

namespace Insiders.Tests.Web.Api;

public sealed class ImportEndpointsTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly SiteFactory _site = new();

    public Task InitializeAsync()
    {
        _site.Settings["Insiders:Upload:MaxMegabytes"] = "2";
        return _site.InitializeAsync();
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    [Fact]
    public async Task Several_files_arrive_whole_and_become_jobs_of_whoever_sent_them()
    {
        var client = await _site.ClientAsync(Roles.Analyst);

        var answer = await SendAsync(client, ("a.csv", new byte[300_000]), ("b.csv", "x,y"u8.ToArray()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var jobs = await JobsAsync();
        Assert.Equal(["a.csv", "b.csv"], jobs.Select(job => job.FileName).Order());
        Assert.All(jobs, job => Assert.Equal((ImportJobState.Uploaded, "analyst@shop.example"), (job.State, job.RequestedBy)));
        Assert.Equal([3, 300_000], Uploads().Select(file => file.Length).Order());
    }

    [Fact]
    public async Task A_file_beyond_the_limit_is_refused_with_a_sentence_and_leaves_nothing()
    {
        var client = await _site.ClientAsync(Roles.Analyst);

        var answer = await SendAsync(client, ("large.csv", new byte[(2 << 20) + 1]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("larger than 2.0 MB", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(Uploads());
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task A_file_under_review_is_seen_by_who_sent_it_and_by_administrators()
    {
        var analyst = await _site.ClientAsync(Roles.Analyst);
        var admin = await _site.ClientAsync(Roles.Admin);
        await SendAsync(admin, ("theirs.csv", "x,y"u8.ToArray()));
        await SendAsync(analyst, ("ours.csv", "x,y"u8.ToArray()));
        var jobs = (await JobsAsync()).ToDictionary(job => job.FileName, job => job.Id);

        Assert.Equal(HttpStatusCode.NotFound, (await analyst.GetAsync($"/data/import/{jobs["theirs.csv"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await analyst.GetAsync($"/data/import/{jobs["ours.csv"]}")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await admin.GetAsync($"/data/import/{jobs["ours.csv"]}")).StatusCode);
        var list = await analyst.GetStringAsync("/data/import");
        Assert.Contains("ours.csv", list, StringComparison.Ordinal);
        Assert.DoesNotContain("theirs.csv", list, StringComparison.Ordinal);
        Assert.Contains("ours.csv", await admin.GetStringAsync("/data/import"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData(@"C:\Users\ana\sales.csv", "sales.csv")]
    [InlineData("..", "sales.csv")]
    [InlineData("<b>x</b>.csv", "b>.csv")]
    public async Task A_hostile_name_is_only_ever_shown(string sent, string shown)
    {
        var client = await _site.ClientAsync(Roles.Analyst);

        await SendAsync(client, (sent, "x"u8.ToArray()));

        var job = Assert.Single(await JobsAsync());
        Assert.Equal(shown, job.FileName);
        Assert.Equal(job.Id + ".upload", Assert.Single(Uploads()).Name);
    }

    [Fact]
    public async Task An_empty_file_is_refused()
    {
        var client = await _site.ClientAsync(Roles.Analyst);

        var answer = await SendAsync(client, ("nothing.csv", []));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(Uploads());
    }

    [Fact]
    public async Task What_would_fill_the_disk_is_refused_before_a_byte_of_it_is_kept()
    {
        _site.Settings["Insiders:Upload:ReserveMegabytes"] = "1000000000";
        var client = await _site.ClientAsync(Roles.Analyst);

        var answer = await SendAsync(client, ("a.csv", "x,y"u8.ToArray()));

        Assert.Equal(HttpStatusCode.InsufficientStorage, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsStringAsync());
        Assert.Empty(Uploads());
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task Without_a_token_nothing_is_taken()
    {
        var client = await _site.ClientAsync(Roles.Analyst);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "file", "a.csv" } };

        var answer = await client.PostAsync("/api/uploads", form);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task A_viewer_is_refused_at_every_address_of_the_data()
    {
        var client = await _site.ClientAsync(Roles.Viewer);
        using var form = new MultipartFormDataContent { { new ByteArrayContent("x"u8.ToArray()), "file", "a.csv" } };

        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("/api/uploads", form)).StatusCode);
        foreach (var address in new[] { "/api/uploads/token", "/api/imports/x/rejects", "/data", "/data/import", "/data/import/x", "/data/quality" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync(address)).StatusCode);
        }
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient client, params (string Name, byte[] Bytes)[] files)
    {
        using var tokens = await client.GetAsync("/api/uploads/token");
        using var form = new MultipartFormDataContent();
        foreach (var (name, bytes) in files)
        {
            var part = new ByteArrayContent(bytes);
            part.Headers.TryAddWithoutValidation("Content-Disposition", $"form-data; name=\"file\"; filename=\"{name.Replace("\\", "\\\\", StringComparison.Ordinal)}\"");
            form.Add(part);
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads") { Content = form };
        request.Headers.Add("RequestVerificationToken", await tokens.Content.ReadAsStringAsync());
        var forgery = tokens.Headers.GetValues("Set-Cookie").Single(cookie => cookie.Contains("Antiforgery", StringComparison.Ordinal)).Split(';')[0];
        request.Headers.Add("Cookie", $"{client.DefaultRequestHeaders.GetValues("Cookie").Single()}; {forgery}");
        return await client.SendAsync(request);
    }

    private FileInfo[] Uploads() => new DirectoryInfo(Path.Combine(_site.DataFolder, "uploads")) is { Exists: true } folder ? folder.GetFiles() : [];

    private async Task<IReadOnlyList<ImportJob>> JobsAsync() => await new ImportJobStore(Path.Combine(_site.DataFolder, "insiders.db")).ListAsync(CancellationToken.None);
}
