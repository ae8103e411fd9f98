using Insiders.Core.Application.Access;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Hosting.Runs;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Hosting;

public sealed class FiringScheduleTests
{
    [Fact]
    public async Task When_its_time_comes_the_scheduler_starts_a_run_by_itself_and_not_after_it_was_switched_off()
    {
        await using var site = new SiteFactory();
        using var files = new TempFolder();
        await File.WriteAllTextAsync(files.Combine("sales.csv"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2020-01-02,1.50,17,France\n");
        await site.Services.GetRequiredService<SalesLedger>().ImportAsync(files.Combine("sales.csv"), ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        var (installation, clock, store) = (site.Services.GetRequiredService<SettingsService>(), site.Services.GetRequiredService<ScheduleClock>(), site.Services.GetRequiredService<IRunStore>());
        var everySecond = new InstallationSchedule { Kind = ScheduleKind.Cron, Cron = "* * * * * ?" };
        await installation.SaveAsync(Actor.Program, everySecond, CancellationToken.None);

        await clock.ApplyAsync(everySecond, CancellationToken.None);
        for (var i = 0; i < 300 && (await store.ListRunsAsync(CancellationToken.None)).IsEmpty; i++)
        {
            await Task.Delay(100);
        }

        await clock.ApplyAsync(everySecond with { Kind = ScheduleKind.Off }, CancellationToken.None);
        Assert.All(await store.ListRunsAsync(CancellationToken.None), run => Assert.Equal(Actor.Schedule.Name, run.RequestedBy));
        await Task.Delay(1_200); // one that had begun may still be written
        var runs = (await store.ListRunsAsync(CancellationToken.None)).Length;
        Assert.NotEqual(0, runs);
        await Task.Delay(2_200);
        Assert.Equal(runs, (await store.ListRunsAsync(CancellationToken.None)).Length);
    }
}
