using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Features.Settings;
using Insiders.Web.Setup;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Insiders.Tests.Web;

/// <summary>A disk that fills up under a site at work: it lives, says so, and goes on when there is room again.</summary>
public sealed class FullDiskTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(90);

    private const string Sales = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Mug,2,2017-01-02,1.50,c1,Brazil\n";

    [SmallDiskTheory]
    [InlineData(0)]
    [InlineData(200_000)]
    [InlineData(3_000_000)]
    public async Task Pages_and_sign_in_answer_work_ends_with_a_sentence_and_all_goes_on_when_there_is_room_again(int free)
    {
        using var disk = SmallDisk.Mount(60);
        await using var site = new SiteFactory { Root = disk.Root };
        site.Settings["Insiders:Upload:ReserveMegabytes"] = "0";
        using var client = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        using var elsewhere = new TempFolder();
        var work = new Work(site);
        await work.LoadShopAsync();
        var published = await work.RunAsync(RunState.Succeeded);
        var waiting = await work.UploadAsync();
        var backup = elsewhere.Combine("backup.zip");
        await site.Services.GetRequiredService<IBackupWriter>().WriteAsync(backup, CancellationToken.None);
        disk.FillTo(free);

        // Somebody who guesses is stopped by a count in memory, an owner gets in.
        await SignInAsync(client, "wrong password");
        await SignInAsync(client, SignedIn.Password);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/runs")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        await work.TryEverythingAsync(client, waiting);
        await work.TryBackupsAsync(client, backup);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);

        disk.Empty();
        await work.BackUpAndRestoreAsync(client, backup);
        await work.ImportAsync(await work.UploadAsync(), ImportJobState.Succeeded);
        var again = await work.RunAsync(RunState.Succeeded);
        Assert.True(again > published);
        Assert.DoesNotContain(await work.Store.ListRunsAsync(CancellationToken.None), run => run.State is RunState.Running or RunState.Queued);
        Assert.False(site.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.IsCancellationRequested);
        using var other = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
        await SignInAsync(other, SignedIn.Password);
    }

    [SmallDiskFact]
    public async Task A_run_whose_result_finds_no_room_is_shown_as_failed_at_once_and_written_down_when_there_is()
    {
        using var disk = SmallDisk.Mount(60);
        await using var house = await RunHouse.OpenAsync(withShop: true, disk.Root);
        await house.StartAsync();
        var run = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick with { Embedding = [new ForestOptions { Trees = 300 }, RunHouse.Quick.Embedding[1]] }, publish: false, CancellationToken.None)).Value;
        await house.WaitForAsync(run, RunState.Running);

        disk.FillTo(0);
        await Until.TrueAsync(() => house.Broadcaster.Current is RunStatus.Failed, s_patience);

        var reason = ((RunStatus.Failed)house.Broadcaster.Current).Reason;
        Assert.True(reason.Code == ProblemCode.DiskFull, reason.Sentence);
        Assert.Equal(RunEvent.Failed, house.RunLog.Read(run)[^1].What);
        disk.Empty();
        Assert.Equal(ProblemCode.DiskFull, (await house.WaitForAsync(run, RunState.Failed)).Error!.Code);
        var next = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: false, CancellationToken.None)).Value;
        await house.WaitForAsync(next, RunState.Succeeded);
    }

    [SmallDiskFact]
    public async Task Work_that_would_not_fit_is_refused_before_it_begins_and_the_free_space_is_shown()
    {
        using var disk = SmallDisk.Mount(60);
        await using var site = new SiteFactory { Root = disk.Root };
        using var client = await site.ClientAsync(Roles.Admin);
        var work = new Work(site);
        await work.LoadShopAsync();
        var waiting = await work.UploadAsync();
        disk.FillTo(1_000_000);

        await work.ImportAsync(waiting, ImportJobState.Failed);
        var run = await work.RunAsync(RunState.Failed);
        var refusal = await Assert.ThrowsAsync<DiskRefusalException>(() => site.Services.GetRequiredService<BackupService>().MakeAsync(Actor.Program, CancellationToken.None));

        Assert.Equal(ProblemCode.NoRoom, (await site.Services.GetRequiredService<IImportJobStore>().FindAsync(waiting.Id, CancellationToken.None))!.Error!.Code);
        Assert.Equal(ProblemCode.NoRoom, (await work.Store.FindRunAsync(run, CancellationToken.None))!.Summary.Error!.Code);
        Assert.Equal(ProblemCode.NoRoom, refusal.Problem.Code);
        Assert.DoesNotContain(site.Services.GetRequiredService<IRunLog>().Read(run), entry => entry.What == RunEvent.Started);
        Assert.Matches("\"freeBytes\":[0-9]{4,7},", await client.GetStringAsync("/health/ready"));
        foreach (var address in new[] { "/settings/general", "/settings/backup" })
        {
            Assert.Matches("[0-9.,]+\\s(KB|MB) free", await client.GetStringAsync(address));
        }
    }

    [Fact]
    public async Task A_result_waits_for_a_database_that_another_program_holds()
    {
        await using var house = await RunHouse.OpenAsync(withShop: true);
        await house.StartAsync();
        var run = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: false, CancellationToken.None)).Value;
        await house.WaitForAsync(run, RunState.Running);
        await using (var other = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={house.Folder.Database};Pooling=False"))
        {
            await other.OpenAsync();
            await using var held = other.BeginTransaction();

            // As long as the database itself waits for a lock, and then until the worker has learned of it.
            await Until.TrueAsync(() => house.Retry.Refusal is { Code: ProblemCode.StoreBusy }, s_patience);
        }

        await house.WaitForAsync(run, RunState.Succeeded);
    }

    [SmallDiskTheory]
    [InlineData(0)]
    [InlineData(200_000)]
    [InlineData(3_000_000)]
    public async Task A_first_start_works_or_is_refused_with_a_sentence_and_works_when_there_is_room(int free)
    {
        using var disk = SmallDisk.Mount(20);
        disk.FillTo(free);
        await using (var server = ServerProcess.Start(disk.Root))
        {
            try
            {
                await server.ReadyAsync();
            }
            catch (InvalidOperationException)
            {
                Assert.Equal(Insiders.Web.Cli.ExitCode.Refused, await server.ExitAsync());
                Assert.Equal($"The disk of the data folder {disk.Root} is full: make room on it and start again.", server.Error);
            }
        }

        disk.Empty();
        await using var again = await ServerProcess.Start(disk.Root).ReadyAsync();
    }

    [Fact]
    public async Task An_upload_that_the_disk_cuts_off_leaves_neither_file_nor_job()
    {
        await using var house = await RunHouse.OpenAsync();
        var jobs = new ImportJobStore(house.Folder.Database);
        var uploads = new UploadFolder(house.Folder, RunHouse.AnyUpload, jobs, Actors.Access, TimeProvider.System);
        await using var content = new FullDiskStream();

        await Assert.ThrowsAsync<IOException>(() => uploads.ReceiveAsync(Actors.Ana, content, "sales.csv", CancellationToken.None));

        Assert.Empty(Directory.GetFiles(house.Folder.Uploads));
        Assert.Empty(await jobs.ListAsync(CancellationToken.None));
    }

    private static async Task SignInAsync(HttpClient client, string password)
    {
        var page = await client.GetStringAsync(AccountAddresses.SignIn);
        var fields = Regex.Matches(page, "<input[^>]*type=\"hidden\"[^>]*>").Select(input => KeyValuePair.Create(
            Regex.Match(input.Value, "name=\"([^\"]*)\"").Groups[1].Value, WebUtility.HtmlDecode(Regex.Match(input.Value, "value=\"([^\"]*)\"").Groups[1].Value)));
        using var form = new FormUrlEncodedContent([.. fields, KeyValuePair.Create("Form.Email", SignedIn.AdminEmail), KeyValuePair.Create("Form.Password", password)]);
        using var answer = await client.PostAsync(AccountAddresses.SignIn, form);
        Assert.Equal(password == SignedIn.Password ? HttpStatusCode.Redirect : HttpStatusCode.OK, answer.StatusCode);
    }

    /// <summary>What people do at a site, from the inside.</summary>
    private sealed class Work(SiteFactory site)
    {
        public IRunStore Store { get; } = site.Services.GetRequiredService<IRunStore>();

        public async Task LoadShopAsync() => await site.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);

        public async Task<long> RunAsync(params RunState[] expected)
        {
            var id = (await site.Services.GetRequiredService<RunService>().StartAsync(Actor.Program, RunHouse.Quick, publish: true, CancellationToken.None)).Value;
            RunState state = default;
            for (var i = 0; i < 1_800 && Array.IndexOf(expected, state = (await Store.FindRunAsync(id, CancellationToken.None))!.Summary.State) < 0; i++)
            {
                await Task.Delay(50);
            }

            Assert.Contains(state, expected);
            return id;
        }

        public async Task<ImportJob> UploadAsync()
        {
            using var content = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Sales));
            return await site.Services.GetRequiredService<UploadFolder>().ReceiveAsync(Actor.Program, content, "sales.csv", CancellationToken.None);
        }

        public async Task ImportAsync(ImportJob job, params ImportJobState[] expected)
        {
            await site.Services.GetRequiredService<ImportQueue>().EnqueueAsync(job, CancellationToken.None);
            var jobs = site.Services.GetRequiredService<IImportJobStore>();
            ImportJobState state = default;
            for (var i = 0; i < 1_200 && Array.IndexOf(expected, state = (await jobs.FindAsync(job.Id, CancellationToken.None))!.State) < 0; i++)
            {
                await Task.Delay(50);
            }

            Assert.Contains(state, expected);
        }

        /// <summary>Each ends well or is refused; a refusal is the disk's.</summary>
        public async Task TryEverythingAsync(HttpClient client, ImportJob waiting)
        {
            await TryAsync(async () => await UploadAsync());
            await TryAsync(() => ImportAsync(waiting, ImportJobState.Succeeded, ImportJobState.Failed));
            await TryAsync(async () => await RunAsync(RunState.Succeeded, RunState.Failed));
            var token = await client.GetStringAsync("/api/uploads/token");
            using var form = new MultipartFormDataContent { { new ByteArrayContent(new byte[5_000_000]), "file", "large.csv" } };
            using var request = new HttpRequestMessage(HttpMethod.Post, "/api/uploads") { Content = form };
            request.Headers.Add("RequestVerificationToken", token);
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/plain"));
            using var answer = await client.SendAsync(request);
            Assert.InRange((int)answer.StatusCode, 400, 507);
        }

        /// <summary>A backup is made whole or refused in words, a restore is done or refused, and neither leaves anything half.</summary>
        public async Task TryBackupsAsync(HttpClient client, string backup)
        {
            await TryAsync(() => Backups.MakeAsync(Actor.Program, CancellationToken.None));
            await TryAsync(() => Backups.MakeScheduledAsync(keep: 1, CancellationToken.None));
            using var download = await client.GetAsync(BackupEndpoints.Download);
            if (!download.IsSuccessStatusCode)
            {
                Assert.Equal(HttpStatusCode.InsufficientStorage, download.StatusCode);
                Assert.Matches("^(The disk is full|About .* of free space is needed)", await download.Content.ReadAsStringAsync());
            }

            var outcome = await RestoreAsync(client, backup);
            Assert.True(outcome is "done" or "full" or "refused" or "bad", outcome);
            if (outcome == "bad")
            {
                Assert.Contains(Backups.LastRefusal!.Code, new[] { ProblemCode.DiskFull, ProblemCode.NoRoom });
            }

            await Until.TrueAsync(() => Left().Length == 0, s_patience);
            foreach (var kept in Backups.List())
            {
                await BackupArchive.VerifyAsync(Files.Find(kept.Name)!, CancellationToken.None);
            }
        }

        /// <summary>All of it succeeds.</summary>
        public async Task BackUpAndRestoreAsync(HttpClient client, string backup)
        {
            await Backups.MakeScheduledAsync(keep: 1, CancellationToken.None);
            await BackupArchive.VerifyAsync(Files.Find(Backups.List()[0].Name)!, CancellationToken.None);
            using var download = await client.GetAsync(BackupEndpoints.Download);
            Assert.Equal("application/zip", download.Content.Headers.ContentType?.MediaType);
            Assert.Equal("done", await RestoreAsync(client, backup));
            await Until.TrueAsync(() => Left().Length == 0, s_patience);
        }

        private IBackupFiles Files => site.Services.GetRequiredService<IBackupFiles>();

        private BackupService Backups => site.Services.GetRequiredService<BackupService>();

        private string[] Left()
        {
            var folder = site.Services.GetRequiredService<DataFolder>();
            return
            [
                .. Directory.Exists(folder.Spill) ? Directory.GetFileSystemEntries(folder.Spill) : [],
                .. Directory.Exists(folder.Backups) ? Directory.GetFiles(folder.Backups, "*.part") : [],
                .. Directory.GetFileSystemEntries(folder.Root, "restoring"),
            ];
        }

        /// <summary>Gives a backup back as the page does.</summary>
        /// <returns>What the page then says; it is asked again while a run or an import has not quite ended.</returns>
        private static async Task<string> RestoreAsync(HttpClient client, string backup)
        {
            for (var left = 200; ; left--)
            {
                var token = Regex.Match(await client.GetStringAsync("/settings/backup"), "name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"").Groups[1].Value;
                using var form = new MultipartFormDataContent
                {
                    { new StringContent(token), "__RequestVerificationToken" },
                    { new StringContent("true"), "understood" },
                    { new ByteArrayContent(await File.ReadAllBytesAsync(backup)), "file", "backup.zip" },
                };
                using var answer = await client.PostAsync(BackupEndpoints.Restore, form);
                var outcome = answer.Headers.Location!.OriginalString.Split('=')[1];
                if (outcome != "busy" || left == 0)
                {
                    return outcome;
                }

                await Task.Delay(50);
            }
        }

        private static async Task TryAsync(Func<Task> act)
        {
            try
            {
                await act();
            }
            catch (Exception refusal) when (StoreRefusal.Is(refusal) || refusal is UploadRefusedException)
            {
                Assert.Contains(Problem.Of(refusal).Code, new[] { ProblemCode.DiskFull, ProblemCode.NoRoom, ProblemCode.Other });
            }
        }
    }

    private sealed class FullDiskStream : MemoryStream
    {
        private int _reads;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
            => ++_reads < 3 ? ValueTask.FromResult(buffer.Length) : throw new IOException("No space left on device");
    }
}
