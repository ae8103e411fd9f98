using System.Globalization;
using System.Text;
using Insiders.Benchmarks.Load;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Insiders.Web.Shell;

namespace Insiders.Benchmarks;

/// <summary>Resident memory of the site while it computes one run after the other, and while pages are loaded: what grows without end is a leak.</summary>
internal static class MemoryOverTime
{
    private const int Runs = 50;
    private const int PageLoads = 5_000;
    private const int Tenths = 10;
    private const int Tabs = 4;
    private const double Allowed = 1.05;

    /// <summary>Measures after every tenth, and writes a part of the page of figures.</summary>
    /// <param name="ledger">A file of sales; the generated shop where there is no such file.</param>
    /// <returns>0 where neither runs nor page loads have made it grow by more than 5 % since their first tenth, else 1; circuits of vanished tabs are kept for their return.</returns>
    public static async Task<int> RunAsync(string ledger)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        var source = File.Exists(ledger) ? Path.GetFullPath(ledger) : SetupOptions.Demo;
        var store = new RunStore(Path.Combine(folder, "insiders.db"));
        try
        {
            await using (await ServedSite.StartAsync(folder, source))
            {
                await StoredRuns.UntilPublishedAsync(store);
            }

            await StoredRuns.QueueAsync(store, Runs);
            double[] afterRuns, afterPages, afterVanished;
            await using (var site = await ServedSite.StartAsync(folder, source))
            {
                afterRuns = await WatchRunsAsync(site, store);
            }

            await using (var site = await ServedSite.StartAsync(folder, source))
            {
                afterPages = await LoadPagesAsync(site, store, vanish: false);
            }

            await using (var site = await ServedSite.StartAsync(folder, source))
            {
                afterVanished = await LoadPagesAsync(site, store, vanish: true);
            }

            var shop = source == SetupOptions.Demo ? "the generated shop" : Path.GetFileName(source);
            BenchmarkPage.Write("memory", Text(shop, afterRuns, afterPages, afterVanished));
            return afterRuns[^1] <= Allowed * afterRuns[0] && afterPages[^1] <= Allowed * afterPages[0] ? 0 : 1;
        }
        finally
        {
            store.ReleaseFile();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<double[]> WatchRunsAsync(ServedSite site, RunStore store)
    {
        var resident = new double[Tenths];
        for (var i = 0; i < Tenths; i++)
        {
            await StoredRuns.UntilLeftAsync(store, Runs - ((i + 1) * Runs / Tenths));
            resident[i] = site.ResidentMegabytes;
        }

        return resident;
    }

    private static async Task<double[]> LoadPagesAsync(ServedSite site, RunStore store, bool vanish)
    {
        long[] runs = [.. (await store.ListRunsAsync(CancellationToken.None)).Where(run => run.State == RunState.Succeeded).Select(run => run.Id)];
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var pages = Tour.Of(Roles.Admin, PageCatalog.All.Select(page => (page.Address, page.Title()))).ToArray();
        var resident = new double[Tenths];
        var loaded = 0;
        using var stop = new CancellationTokenSource();
        var users = Enumerable.Range(0, Tabs).Select(i => new SimulatedUser(site.Address, ServedSite.AdminEmail, ServedSite.Password, i) { Vanishes = vanish }).ToArray();
        foreach (var user in users)
        {
            await user.SignInAsync(CancellationToken.None);
        }

        await Task.WhenAll(users.Select(user => Task.Run(() => user.BrowseAsync(pages, runs, Count, TimeSpan.Zero, TimeSpan.Zero, stop.Token))));
        foreach (var user in users)
        {
            user.Dispose();
        }

        return resident;

        void Count(Visit visit)
        {
            if (visit.Error is not null)
            {
                throw new InvalidOperationException($"{visit.Page}: {visit.Error}");
            }

            var count = Interlocked.Increment(ref loaded);
            if (count % (PageLoads / Tenths) == 0 && count <= PageLoads)
            {
                resident[(count * Tenths / PageLoads) - 1] = site.ResidentMegabytes;
            }

            if (count == PageLoads)
            {
                stop.Cancel();
            }
        }
    }

    private static string Text(string shop, double[] afterRuns, double[] afterPages, double[] afterVanished)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Runs} runs one after the other, then a new process and {PageLoads:#,##0} page loads by {Tabs} tabs without a pause, one in five fetched whole with a new circuit, once with tabs that are closed and once, in a new process again, with tabs that vanish; ledger: {shop}. Resident memory of the site, MB.");
        text.AppendLine();
        text.AppendLine("| share done | after runs | after page loads | after page loads, tabs vanish |");
        text.AppendLine("|---|---|---|---|");
        for (var i = 0; i < Tenths; i++)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"| {(i + 1) * 100 / Tenths} % | {afterRuns[i]:0} | {afterPages[i]:0} | {afterVanished[i]:0} |");
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"| last ÷ first | {afterRuns[^1] / afterRuns[0]:0.000} | {afterPages[^1] / afterPages[0]:0.000} | {afterVanished[^1] / afterVanished[0]:0.000} |");
        return text.ToString();
    }
}
