using System.Diagnostics;
using System.Globalization;
using System.Text;
using Insiders.Benchmarks.Load;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Storage;
using Insiders.Web.Components.CustomerLists;

namespace Insiders.Benchmarks;

/// <summary>How fast pages are that show every customer, up to the bytes a browser gets: the real site on a data folder with a published run of drawn customers.</summary>
internal static class PageSpeed
{
    private const int Times = 5;

    /// <summary>How long a followed link may take before something is wrong.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private static readonly VisitedPage s_list = new("/customers", "totals");
    private static readonly VisitedPage s_map = new("/explore", "picked-count");

    /// <summary>Pages and what stands in them when their content does.</summary>
    private static readonly VisitedPage[] s_pages = [s_list, new("/customers/{customer}", "data-testid=\"figures\""), s_map];

    /// <summary>Links followed in an open tab, one after another: a filter each, or an order.</summary>
    private static readonly (VisitedPage Page, string[] Queries)[] s_followed =
    [
        (s_list, ["country=France", "recency_days=..30", "q=123", "country=EIRE&gross_revenue=1000..", "sort=recency_days", "sort=country&page=40"]),
        (s_map, ["country=France", "recency_days=..30", "q=123", "country=EIRE&gross_revenue=1000.."]),
    ];

    public static async Task<int> RunAsync(int customers)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        var store = new RunStore(Path.Combine(folder, "insiders.db"));
        try
        {
            await SaveAsync(store, customers);
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{customers:#,##0} drawn customers with every feature, no sales. The site is a process of its own; each figure after the first of a page is the median of {Times}.\n");
            text.AppendLine("| what | ms |\n|---|---|");
            var begun = Stopwatch.GetTimestamp();
            await using (var site = await ServedSite.StartAsync(folder, ""))
            {
                Row("process start until it is ready", begun);
                using var user = new SimulatedUser(site.Address, ServedSite.AdminEmail, ServedSite.Password, 1);
                await user.SignInAsync(CancellationToken.None);
                foreach (var page in s_pages)
                {
                    var address = new Uri(site.Address, page.Address.Replace("{customer}", "150000", StringComparison.Ordinal));
                    begun = Stopwatch.GetTimestamp();
                    await user.FetchAsync(address, page.Mark, CancellationToken.None);
                    Row($"`{page.Address}`, the first time", begun);
                    text.AppendLine(CultureInfo.InvariantCulture, $"| `{page.Address}`, again | {await MedianAsync(() => user.FetchAsync(address, page.Mark, CancellationToken.None)):0} |");
                }

                foreach (var (page, queries) in s_followed)
                {
                    await using var tab = await user.OpenAsync(new Uri(site.Address, page.Address), page.Mark, CancellationToken.None);
                    foreach (var query in queries)
                    {
                        // The page's own links carry the first condition on once it has been read.
                        using var patience = new CancellationTokenSource(s_patience);
                        begun = Stopwatch.GetTimestamp();
                        await tab.FollowAsync(new Uri(site.Address, $"{page.Address}?{query}"), query.Split('&')[0], patience.Token);
                        Row($"`{page.Address}?{query}` followed in an open tab", begun);
                    }
                }
            }

            await InMemoryAsync(store, text);
            BenchmarkPage.Write("pages", text.ToString());
            return 0;

            void Row(string what, long since) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {Stopwatch.GetElapsedTime(since).TotalMilliseconds:0} |");
        }
        finally
        {
            store.ReleaseFile();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task SaveAsync(RunStore store, int customers)
    {
        await store.MigrateAsync(CancellationToken.None);
        var result = DrawnRun.Of(customers);
        var run = await store.QueueRunAsync(result.Recipe, "benchmark", DateTimeOffset.UtcNow, CancellationToken.None);
        await store.StartRunAsync(run, "drawn", "benchmark", DateTimeOffset.UtcNow, CancellationToken.None);
        await store.FinishRunAsync(run, result, DateTimeOffset.UtcNow, CancellationToken.None);
        await store.PublishAsync(run, "benchmark", DateTimeOffset.UtcNow, CancellationToken.None);
    }

    /// <summary>The parts a page is made of, in this process.</summary>
    private static async Task InMemoryAsync(RunStore store, StringBuilder text)
    {
        var published = (await store.FindPublishedAsync(CancellationToken.None))!;
        CustomerTable customers = null!;
        await RowAsync("in memory: reading the base", async () => customers = new CustomerTable(await store.ReadCustomersAsync(published.Run.Id, CancellationToken.None), published.Segments));
        await RowAsync("in memory: everybody by revenue, with counts", () => Task.FromResult(CustomerList.Of(customers, CustomerFilter.None, CustomerOrder.ByRevenue)));
        await RowAsync("in memory: by two conditions and a text", () => Task.FromResult(CustomerList.Of(
            customers, new CustomerFilter { Countries = ["France"], Text = "12", Ranges = [new("recency_days", null, 30)] }, CustomerOrder.ByRevenue)));
        await RowAsync("in memory: neighbours on the map", () => Task.FromResult(customers.NearestOnMap(customers.Count / 2, 8)));
        await RowAsync("in memory: likeness to the segment", () => Task.FromResult(customers.SharedDifferences(customers.Count / 2, 3)));

        async Task RowAsync<T>(string what, Func<Task<T>> part) => text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {await MedianAsync(part):0} |");
    }

    private static async Task<double> MedianAsync<T>(Func<Task<T>> part)
    {
        var took = new double[Times];
        for (var i = 0; i < Times; i++)
        {
            var begun = Stopwatch.GetTimestamp();
            await part();
            took[i] = Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
        }

        Array.Sort(took);
        return took[Times / 2];
    }
}
