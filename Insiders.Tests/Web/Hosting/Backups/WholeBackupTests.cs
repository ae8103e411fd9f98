using System.Net;
using System.Text.RegularExpressions;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Backups;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Cli;
using Insiders.Web.Features.Settings;
using Insiders.Web.Setup;
using Insiders.Web.Shell;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Hosting.Backups;

public sealed partial class WholeBackupTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_backup_made_at_work_and_restored_elsewhere_shows_the_same_pages_and_exports()
    {
        await using var site = new SiteFactory();
        await site.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
        var run = (await site.Services.GetRequiredService<RunService>().StartAsync(Actor.Program, RunHouse.Quick, publish: true, CancellationToken.None)).Value;
        var store = site.Services.GetRequiredService<IRunStore>();
        for (var i = 0; i < 1_800 && (await store.FindPublishedAsync(CancellationToken.None))?.Run.Id != run; i++)
        {
            await Task.Delay(50);
        }

        // What the worker computes of a run is part of the backup.
        var published = (await site.Services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None))!;
        foreach (var analysis in site.Services.GetRequiredService<AnalysisCatalog>().All)
        {
            await site.Services.GetRequiredService<RunAnalysisService>().PrepareAsync(analysis, published, CancellationToken.None);
        }

        using var client = await site.ClientAsync(Roles.Admin);
        await File.WriteAllBytesAsync(_folder.Combine("backup.zip"), await client.GetByteArrayAsync(BackupEndpoints.Download));

        var restored = await Terminal.RunAsync("restore", _folder.Combine("backup.zip"), "--data", _folder.Combine("elsewhere"));

        Assert.Equal((ExitCode.Done, ""), (restored.ExitCode, restored.Error));
        Assert.Matches("^Restored to .*elsewhere: [0-9,]+ rows of sales in 1 imports, 1 runs, 1 people\\.", restored.Output);
        await using var other = new SiteFactory { Root = _folder.Combine("elsewhere") };
        using var there = await other.ClientAsync(Roles.Admin);
        var compared = 0;
        foreach (var entry in ModuleCatalog.Exports.Where(entry => entry.Key is not ("audit" or "people")))
        {
            using var here = await client.GetAsync($"/export/{entry.Key}.csv?run={run}");
            using var same = await there.GetAsync($"/export/{entry.Key}.csv?run={run}");
            Assert.Equal(here.StatusCode, same.StatusCode);
            if (here.IsSuccessStatusCode)
            {
                Assert.Equal(await here.Content.ReadAsStringAsync(), await same.Content.ReadAsStringAsync());
                compared++;
            }
        }

        Assert.True(compared > 10, $"Only {compared} tables could be compared.");

        // All but the audit, which goes on by what is done here.
        foreach (var address in PageCatalog.All.Select(page => page.Address).Where(address => address != "/settings/audit").Append($"/runs/{run}").Append("/data/quality"))
        {
            Assert.Equal(await WordsAsync(client, address), await WordsAsync(there, address));
        }

        var (written, _) = await site.Services.GetRequiredService<IAuditLog>().ListAsync(0, 1_000, CancellationToken.None);
        var (kept, _) = await other.Services.GetRequiredService<IAuditLog>().ListAsync(0, 1_000, CancellationToken.None);
        var download = written.Single(entry => entry.Action == "backup.downloaded").Id;
        Assert.Equal(written.Where(entry => entry.Id < download), kept.Where(entry => entry.Id < download));
    }

    [Fact]
    public async Task A_folder_that_holds_something_is_left_alone_and_a_damaged_backup_is_named()
    {
        await File.WriteAllTextAsync(_folder.Combine("b.zip"), "PK");
        Directory.CreateDirectory(_folder.Combine("full"));
        await File.WriteAllTextAsync(_folder.Combine("full", "notes.txt"), "mine");

        var full = await Terminal.RunAsync("restore", _folder.Combine("b.zip"), "--data", _folder.Combine("full"));
        var bad = await Terminal.RunAsync("restore", _folder.Combine("b.zip"), "--data", _folder.Combine("new"));
        var none = await Terminal.RunAsync("restore", _folder.Combine("c.zip"), "--data", _folder.Combine("new"));

        Assert.All([full, bad, none], run => Assert.Equal(ExitCode.Refused, run.ExitCode));
        Assert.Contains("holds notes.txt", full.Error, StringComparison.Ordinal);
        Assert.Contains("is not an Insiders backup", bad.Error, StringComparison.Ordinal);
        Assert.Contains("there is none at", none.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.Combine("new", "restoring")));
    }

    [Fact]
    public async Task A_database_of_an_earlier_version_restores_and_the_sales_that_are_not_with_it_are_said_to_be_missing()
    {
        await using (var site = new SiteFactory())
        {
            await site.InitializeAsync();
            site.CreateClient().Dispose();
            await site.Services.GetRequiredService<IDatabaseCopy>().WriteAsync(_folder.Combine("old.db"), CancellationToken.None);
        }

        var restored = await Terminal.RunAsync("restore", _folder.Combine("old.db"), "--data", _folder.Combine("new"));

        Assert.Equal(ExitCode.Done, restored.ExitCode);
        Assert.Contains("copy the ledger folder", restored.Error, StringComparison.Ordinal);
        await using var other = new SiteFactory { Root = _folder.Combine("new") };
        var run = (await other.Services.GetRequiredService<RunService>().StartAsync(Actor.Program, RunHouse.Quick, publish: false, CancellationToken.None)).Value;
        var store = other.Services.GetRequiredService<IRunStore>();
        Problem? error = null;
        for (var i = 0; i < 1_200 && (error = (await store.FindRunAsync(run, CancellationToken.None))!.Summary.Error) is null; i++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(ProblemCode.SalesMissing, error?.Code); // "no customer named" before
        Assert.Contains("sales.csv", error!.Sentence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DROP TABLE run_segments", ProblemCode.BackupUnreadable)]
    [InlineData("ALTER TABLE settings DROP COLUMN changed_by", ProblemCode.BackupUnreadable)]
    [InlineData("INSERT OR REPLACE INTO settings VALUES ('recipe', '{ \"forest\": 5 }', '2020-01-01T00:00:00.0000000Z', 'eve')", ProblemCode.BackupSettings)]
    [InlineData("INSERT INTO settings VALUES ('schedule', '{ \"Day\": 99 }', '2020-01-01T00:00:00.0000000Z', 'eve')", ProblemCode.BackupSettings)]
    [InlineData("INSERT INTO settings VALUES ('stages', '{ \"NewDays\": \"soon\" }', '2020-01-01T00:00:00.0000000Z', 'eve')", ProblemCode.BackupSettings)]
    [InlineData("INSERT INTO settings VALUES ('services', '7', '2020-01-01T00:00:00.0000000Z', 'eve')", ProblemCode.BackupSettings)]
    [InlineData("DELETE FROM people", ProblemCode.BackupNoAdmin)]
    [InlineData("UPDATE runs SET state = 'Dreaming'", ProblemCode.BackupUnreadable)]
    [InlineData("INSERT INTO __EFMigrationsHistory VALUES ('29991231000000_Later', '10.0.0')", ProblemCode.BackupUnreadable)]
    [InlineData("INSERT INTO __people_migrations VALUES ('29991231000000_Later', '10.0.0')", ProblemCode.BackupNewer)]
    public async Task A_database_made_by_hand_that_could_not_be_served_replaces_nothing(string harm, ProblemCode expected)
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        using var client = await site.ClientAsync(Roles.Admin);
        await site.Services.GetRequiredService<IDatabaseCopy>().WriteAsync(_folder.Combine("bad.db"), CancellationToken.None);
        await using (var connection = new SqliteConnection($"Data Source={_folder.Combine("bad.db")};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this test.
            command.CommandText = harm;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }

        var backups = site.Services.GetRequiredService<BackupService>();
        Assert.NotNull((await backups.RestoreAsync(Actor.Program, _folder.Combine("bad.db"), CancellationToken.None)).Problem);

        Assert.Equal(expected, backups.LastRefusal?.Code);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Empty(backups.List());
        Assert.False(Directory.Exists(Path.Combine(site.DataFolder, "restoring")));
    }

    [Fact]
    public async Task A_restore_that_was_cut_off_after_it_was_decided_is_carried_out_by_the_next_start()
    {
        await using (var site = new SiteFactory())
        {
            await site.InitializeAsync();
            await site.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
            await site.Services.GetRequiredService<IBackupWriter>().WriteAsync(_folder.Combine("backup.zip"), CancellationToken.None);
        }

        var data = new DataFolder(_folder.Combine("data"));
        await using (var old = new SiteFactory { Root = data.Root })
        {
            await old.Services.GetRequiredService<DemoShop>().LoadAsync(Actor.Program, CancellationToken.None);
        }

        var staged = new StagedRestore(data, new AccountTables(), TimeProvider.System);
        staged.Decide(await staged.StageAsync(_folder.Combine("backup.zip"), CancellationToken.None));

        await using var again = new SiteFactory { Root = data.Root };
        var store = again.Services.GetRequiredService<IRunStore>();

        Assert.Single(await store.ListRunsAsync(CancellationToken.None));
        Assert.Single(Directory.GetFiles(data.Ledger, "*.parquet"));
        Assert.Contains(await again.Services.GetRequiredService<IImportStore>().ListImportsAsync(CancellationToken.None), import => import.Id == Path.GetFileNameWithoutExtension(Directory.GetFiles(data.Ledger, "*.parquet")[0]));
        Assert.False(staged.IsPending);
        Assert.False(Directory.Exists(Path.Combine(data.Root, "restoring")));
    }

    [Fact]
    public async Task Daily_backups_are_made_once_a_day_when_their_time_has_come_and_the_oldest_go()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        var (backups, files) = (site.Services.GetRequiredService<BackupService>(), site.Services.GetRequiredService<IBackupFiles>());

        for (var i = 0; i < 4; i++)
        {
            await backups.MakeScheduledAsync(keep: 2, CancellationToken.None);
        }

        Assert.Equal(2, backups.List().Length);
        foreach (var kept in backups.List())
        {
            await BackupArchive.VerifyAsync(files.Find(kept.Name)!, CancellationToken.None);
        }

        var noon = new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
        var daily = new InstallationBackups { Daily = true, At = new TimeOnly(11, 0) };
        Assert.True(daily.IsDue(noon));
        Assert.False(daily.IsDue(noon.AddHours(-2)));
        Assert.False((daily with { LastDay = new DateOnly(2026, 3, 2) }).IsDue(noon));
        Assert.False((daily with { LastDay = new DateOnly(2026, 3, 3) }).IsDue(noon)); // the clock was put back
        Assert.True((daily with { LastDay = new DateOnly(2026, 3, 1) }).IsDue(noon));
        Assert.False((daily with { Daily = false }).IsDue(noon));
        Assert.Null(files.Find("../insiders.db"));
    }

    // People are shown with their last sign-in, which is another one in each place; sizes, the free room of the disk among them, change meanwhile.
    private static async Task<string> WordsAsync(HttpClient client, string address)
        => Sizes().Replace(Words(await client.GetStringAsync(address)), "") is var words && address == "/settings/people" ? Minutes().Replace(words, "") : words;

    private static string Words(string page) => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(Hidden().Replace(page, " "), " ")), " ");

    [GeneratedRegex("<!--.*?-->|<script.*?</script>|<style.*?</style>|<input[^>]*>|[0-9a-f]{32}|CfDJ8[A-Za-z0-9_-]+", RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex("[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}, [0-9]{2}:[0-9]{2}")]
    private static partial Regex Minutes();

    [GeneratedRegex("[0-9][0-9.,]* (B|KB|MB|GB)\\b")]
    private static partial Regex Sizes();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex("\\s+")]
    private static partial Regex Spaces();
}
