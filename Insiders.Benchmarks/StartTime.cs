using System.Globalization;
using System.Text;
using Insiders.Benchmarks.Browsing;
using Insiders.Benchmarks.Load;
using Insiders.Core.Storage;
using Microsoft.Playwright;

namespace Insiders.Benchmarks;

/// <summary>How soon somebody sees something: the published site and a real browser, from the start of the process, and from page to page.</summary>
internal static class StartTime
{
    private const int Starts = 7;
    private const int Loads = 3;
    private const int KeptLoads = 6;
    private const int Clicks = 5;
    private const string Tiles = "[data-testid=tiles]";
    private const string Chart = ".chart-drawing";
    private const string FirstCustomer = "[data-testid=customer] a[href^='/customers/']";
    private static readonly TimeSpan s_calm = TimeSpan.FromSeconds(1);

    private static readonly string[] s_moments = ["it listens", "the first byte of `/` is there", "the figures of `/` are there", "`/` is complete"];

    /// <summary>Every page but the first, and what is there when its content is; <c>{segment}</c> and <c>{customer}</c> stand for those listed first.</summary>
    private static readonly VisitedPage[] s_pages =
    [
        new("/segments", "[data-testid=compare-table]"), new("/segments?view=radar", Chart), new("/segments?view=parallel", Chart),
        new("{segment}", "[data-testid=differences]"), new("/segments/rfm", "[data-testid=rfm-grid]"), new("/customers", "[data-testid=customer]"),
        new("{customer}", "[data-testid=figures]"), new("/map", Chart), new("/explore", "[data-testid=points]"), new("/data", Tiles), new("/runs", "[data-testid=runs]"),
    ];

    public static async Task<int> RunAsync(string site, string ledger)
    {
        var program = Path.GetFullPath(Path.Combine(site, OperatingSystem.IsWindows() ? "Insiders.Web.exe" : "Insiders.Web"));
        if (!File.Exists(program) || !File.Exists(ledger))
        {
            await Console.Error.WriteLineAsync(File.Exists(program) ? $"There is no file of sales {ledger}." : $"There is no {program}: make it by dotnet publish Insiders.Web -c Release -o {site}");
            return 2;
        }

        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        try
        {
            await using var browser = await RealBrowser.StartAsync();
            var window = await browser.OpenAsync();
            var data = Path.Combine(folder, "data");
            var address = await SetUpAsync(program, data, Path.GetFullPath(ledger), window);
            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{Path.GetFileName(ledger)}; {Starts} starts, {Loads} loads of each page, {Clicks} clicks; milliseconds.\n");
            text.AppendLine("| from the start of the process until | least | median | most |\n|---|---|---|---|");
            await StartsAsync(text, () => ServedSite.StartListeningAsync(data, address, program), window);
            await using var served = await ServedSite.StartListeningAsync(data, address, program);
            text.AppendLine("\n| from the request until the page is complete | least | median | most |\n|---|---|---|---|");
            await PagesAsync(text, address, await browser.OpenAsync());
            await KeptAsync(text, address, await browser.OpenKeptAsync(Path.Combine(folder, "profile")));
            text.AppendLine("\n| from a click until | least | median | most |\n|---|---|---|---|");
            await ClicksAsync(text, address, window);
            await served.StopAsync();
            BenchmarkPage.Write("start", text.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Sets a site up, waits for its first run, and signs in.</summary>
    private static async Task<Uri> SetUpAsync(string program, string data, string ledger, IBrowserContext window)
    {
        await using var site = await ServedSite.StartAsync(data, ledger, program);
        var store = new RunStore(Path.Combine(data, "insiders.db"));
        await StoredRuns.UntilPublishedAsync(store);
        store.ReleaseFile();
        await RealBrowser.SignInAsync(window, site.Address);
        await site.StopAsync();
        return site.Address;
    }

    private static async Task StartsAsync(StringBuilder text, Func<Task<ServedSite>> start, IBrowserContext window)
    {
        var took = new List<double[]>();
        for (var i = 0; i < Starts; i++)
        {
            await using var tab = await RealBrowser.NewTabAsync(window);
            await Task.Delay(s_calm);
            await using var site = await start();
            var listening = (DateTimeOffset.UtcNow - site.StartedAt).TotalMilliseconds;
            var page = await tab.LoadAsync(site.Address, Tiles);
            var begun = site.StartedAt.ToUnixTimeMilliseconds();
            took.Add([listening, page.FirstByte - begun, page.Figures - begun, page.Complete - begun]);
            await site.StopAsync();
        }

        foreach (var (at, what) in s_moments.Index())
        {
            Row(text, what, took.Select(start => start[at]));
        }
    }

    private static async Task PagesAsync(StringBuilder text, Uri site, IBrowserContext window)
    {
        await RealBrowser.SignInAsync(window, site);
        var segment = await FirstLinkAsync(window, site, "a.segment-link");
        var customer = await FirstLinkAsync(window, new Uri(site, "customers"), FirstCustomer);
        foreach (var page in s_pages)
        {
            var path = page.Address.Replace("{segment}", segment, StringComparison.Ordinal).Replace("{customer}", customer, StringComparison.Ordinal);
            Row(text, $"`{path}`", await LoadsAsync(window, new Uri(site, path), page.Mark, Loads));
        }

        await window.CloseAsync();
    }

    /// <summary>A browser that somebody uses every day keeps the compiled scripts of a page from the third visit on.</summary>
    private static async Task KeptAsync(StringBuilder text, Uri site, IBrowserContext window)
    {
        await RealBrowser.SignInAsync(window, site);
        var customer = await FirstLinkAsync(window, new Uri(site, "customers"), FirstCustomer);
        foreach (var (path, mark) in new[] { ("/map", Chart), (customer, "[data-testid=figures]") })
        {
            var took = await LoadsAsync(window, new Uri(site, path), mark, KeptLoads);
            Row(text, $"`{path}`, profile kept: visits 1 and 2", took[..2]);
            Row(text, $"`{path}`, profile kept: visits 3 to {KeptLoads}", took[2..]);
        }

        await window.CloseAsync();
    }

    private static async Task ClicksAsync(StringBuilder text, Uri site, IBrowserContext window)
    {
        await using var tab = await RealBrowser.NewTabAsync(window);
        await tab.LoadAsync(site, Tiles);
        var took = new List<double>();
        for (var i = 0; i < Clicks; i++)
        {
            await Task.Delay(s_calm);
            took.Add(await tab.PickSegmentAsync(i));
            await tab.Page.GetByTestId("chip").ClickAsync();
            await tab.Page.WaitForFunctionAsync("() => !document.querySelector('[data-testid=chip]')");
        }

        Row(text, "the tiles of `/` are those of the segment", took);
    }

    /// <summary>Loads a page so many times, each in a tab of its own.</summary>
    private static async Task<double[]> LoadsAsync(IBrowserContext window, Uri address, string mark, int times)
    {
        var took = new double[times];
        for (var i = 0; i < times; i++)
        {
            await using var tab = await RealBrowser.NewTabAsync(window);
            var page = await tab.LoadAsync(address, mark);
            took[i] = page.Complete - page.Asked;
        }

        return took;
    }

    private static async Task<string> FirstLinkAsync(IBrowserContext window, Uri address, string link)
    {
        await using var tab = await RealBrowser.NewTabAsync(window);
        await tab.Page.GotoAsync(address.ToString());
        return await tab.Page.Locator(link).First.GetAttributeAsync("href") ?? throw new InvalidDataException($"{address.AbsolutePath} has no {link}.");
    }

    private static void Row(StringBuilder text, string what, IEnumerable<double> took)
    {
        double[] sorted = [.. took.Order()];
        text.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {sorted[0]:0} | {sorted[sorted.Length / 2]:0} | {sorted[^1]:0} |");
    }
}
