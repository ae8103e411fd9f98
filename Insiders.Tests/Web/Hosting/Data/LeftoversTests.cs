using Insiders.Core.Application.Access;
using Insiders.Core.Application.Imports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Hosting.Data;

public sealed class LeftoversTests
{
    [Fact]
    public async Task A_start_removes_what_a_killed_process_left_and_keeps_what_somebody_may_want()
    {
        using var data = new TempFolder();
        string[] left =
        [
            "uploads/orphan.upload", "uploads/half.upload.part", "uploads/done.upload", "spill/export-1.xlsx", "ledger/spill/old/in-use.lock", "ledger/000009-dead.parquet.tmp", "ledger/000009-dead.json",
            "sales/abc.1.draft", "backups/insiders-20260101-000000.zip.part", "backups/copy.db.part", "backups/copy.db.part-journal", "restoring/insiders.db",
        ];
        string[] wanted = ["uploads/failed.upload", "uploads/cancelled.upload", "uploads/waiting.upload", "uploads/done.rejects.csv", "backups/insiders-20260101-000000.zip", "backups/old.db"];
        foreach (var path in left.Concat(wanted))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(data.Combine(path))!);
            await File.WriteAllTextAsync(data.Combine(path), "x");
        }

        var store = new RunStore(data.Combine("insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        var jobs = new ImportJobStore(data.Combine("insiders.db"));
        foreach (var (id, state) in new[] { ("failed", ImportJobState.Failed), ("cancelled", ImportJobState.Cancelled), ("waiting", ImportJobState.Uploaded), ("done", ImportJobState.Succeeded) })
        {
            await jobs.SaveAsync(new ImportJob(id, $"{id}.csv", state, "ana", SavedRuns.Noon), CancellationToken.None);
        }

        store.ReleaseFile();
        await using var site = new SiteFactory { Root = data.Root };
        site.CreateClient().Dispose();

        Assert.All(left, path => Assert.False(File.Exists(data.Combine(path)), path));
        Assert.All(wanted, path => Assert.True(File.Exists(data.Combine(path)), path));
        var service = site.Services.GetRequiredService<ImportService>();
        var kept = await service.ListKeptAsync(Actor.Program, CancellationToken.None);
        Assert.Equal(["cancelled", "failed"], kept.Select(file => file.Job.Id).Order(StringComparer.Ordinal));
        Assert.All(kept, file => Assert.Equal(1, file.Bytes));
        Assert.Empty(await service.ListKeptAsync(new Actor("id-eve", "eve", Role.Analyst), CancellationToken.None));
        Assert.Equal(2, (await service.ListKeptAsync(new Actor("id-ana", "ana", Role.Analyst), CancellationToken.None)).Length);
        Assert.Equal(2, (await service.ListKeptAsync(new Actor("id-eve", "eve", Role.Admin), CancellationToken.None)).Length);
        await service.DiscardAsync(Actor.Program, kept[0].Job.Id, CancellationToken.None);
        Assert.False(File.Exists(site.Services.GetRequiredService<UploadFolder>().PathOf(kept[0].Job)));
        Assert.Single(await service.ListKeptAsync(Actor.Program, CancellationToken.None));
    }
}
