using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Setup;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Insiders.Tests.Web.Hosting.Data;

/// <summary>A data folder that disappears under a site at work, as a disk does that is taken out, and comes back.</summary>
public sealed class DataFolderGoneTests : IAsyncLifetime, IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private readonly TempFolder _place = new();
    private SiteFactory _site = null!;
    private HttpClient _client = null!;

    private string Root => _place.Combine("data");

    private string Away => _place.Combine("away");

    public async Task InitializeAsync()
    {
        _site = new SiteFactory { Root = Root };
        _client = await _site.ClientAsync(Roles.Admin);
        await Of<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _site.DisposeAsync();
        _place.Dispose();
    }

    [Fact]
    public async Task It_is_not_ready_and_answers_with_one_sentence_until_the_folder_is_back()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));

        Directory.Move(Root, Away);

        using var unready = await _client.GetAsync("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unready.StatusCode);
        Assert.Contains("The data folder is gone.", await unready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/live"));
        await Until.TrueAsync(() => Of<DataFolderWatch>().IsGone, s_patience);
        foreach (var address in new[] { "/", "/customers", AccountAddresses.SignIn, "/api/uploads/token", "/export/segments.csv" })
        {
            using var refusal = await _client.GetAsync(address);
            Assert.Equal((address, HttpStatusCode.ServiceUnavailable), (address, refusal.StatusCode));
            Assert.StartsWith("The data folder is gone.", await refusal.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        // A mount point stays when what was mounted there has gone.
        Directory.CreateDirectory(Root);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await StatusAsync("/health/ready"));
        Directory.Delete(Root);

        Directory.Move(Away, Root);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/health/ready"));
        await Until.TrueAsync(() => !Of<DataFolderWatch>().IsGone, s_patience);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Nothing_is_written_in_its_place_and_work_goes_on_when_it_is_back(bool leavesMountPoint)
    {
        var cutOff = await RunAsync(trees: 1_000, RunState.Running);
        await Until.TrueAsync(() => Of<RunStatusBroadcaster>().Current is RunStatus.Running { Progress.Stage: SegmentationStage.Forest }, s_patience);
        Directory.Move(Root, Away);
        if (leavesMountPoint)
        {
            Directory.CreateDirectory(Root);
        }

        await Until.TrueAsync(() => Of<DataFolderWatch>().IsGone, s_patience);

        // What is in the middle of something asks no gate.
        using var content = new MemoryStream([1, 2, 3]);
        await Assert.ThrowsAnyAsync<IOException>(() => Of<UploadFolder>().ReceiveAsync(Actor.Program, content, "sales.csv", CancellationToken.None));
        await Assert.ThrowsAnyAsync<IOException>(() => Of<BackupService>().MakeAsync(Actor.Program, CancellationToken.None));
        await Assert.ThrowsAnyAsync<IOException>(() => Of<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None));
        await Assert.ThrowsAsync<SqliteException>(() => Of<IAuditLog>().AddAsync(new AuditEntry(0, SavedRuns.Noon, "ana", "test", ""), CancellationToken.None));
        Of<IRunLog>().Add(cutOff, RunEvent.Stage, "noted while the folder was gone");
        await Until.TrueAsync(() => Of<StoreRetry>().Refusal is not null, s_patience); // the run has come to its end, and waits
        Assert.Equal(leavesMountPoint, Directory.Exists(Root));
        Assert.Empty(leavesMountPoint ? Directory.GetFileSystemEntries(Root) : []);

        if (leavesMountPoint)
        {
            Directory.Delete(Root);
        }

        Directory.Move(Away, Root);
        await Until.TrueAsync(async () => (await FindAsync(cutOff)).State == RunState.Failed, s_patience);
        Assert.Null(Of<StoreRetry>().Refusal);
        Assert.Contains(Of<IRunLog>().Read(cutOff), entry => entry.Detail == "noted while the folder was gone");
        await Until.TrueAsync(() => !Of<DataFolderWatch>().IsGone, s_patience);
        await RunAsync(trees: 10, RunState.Succeeded);
        await Of<BackupService>().MakeAsync(Actor.Program, CancellationToken.None);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("/"));
        Assert.False(Of<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
    }

    private T Of<T>()
        where T : notnull
        => _site.Services.GetRequiredService<T>();

    private async Task<HttpStatusCode> StatusAsync(string address)
    {
        using var answer = await _client.GetAsync(address);
        return answer.StatusCode;
    }

    private async Task<RunSummary> FindAsync(long run) => (await Of<IRunStore>().FindRunAsync(run, CancellationToken.None))!.Summary;

    private async Task<long> RunAsync(int trees, RunState state)
    {
        var run = (await Of<RunService>().StartAsync(Actor.Program, RunHouse.Quick with { Embedding = [new ForestOptions { Trees = trees }, RunHouse.Quick.Embedding[1]] }, publish: true, CancellationToken.None)).Value;
        await Until.TrueAsync(async () => (await FindAsync(run)).State == state, s_patience);
        return run;
    }
}
