using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Overview;
using Insiders.Web.Localization;
using Insiders.Web.Navigation;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Overview;

/// <summary>One file of a shop cut in two: a run over the first part, then a run over both.</summary>
public sealed class GrownLedgerTests : IDisposable
{
    private static readonly DateOnly s_cut = new(2025, 11, 18);
    private readonly TempFolder _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_run_over_three_weeks_more_is_not_called_better_and_one_over_the_same_sales_has_changed_nothing()
    {
        await using var house = await RunHouse.OpenAsync();
        var (early, late) = Cut();
        var query = new OverviewLoader(new PublishedRunCache(house.Store, house.Ledger, house.Sales, house.SettingsService, NullLogger<PublishedRunCache>.Instance), house.Store, house.Imports, house.SettingsService, TimeProvider.System);

        await PublishAsync(house, early, seed: 1);
        await PublishAsync(house, late, seed: 1);
        var grown = (await query.ReadAsync(AddressQuery.Empty, CancellationToken.None))!;

        // What the file itself says about both parts.
        var (revenueEarly, firstEarly, lastEarly) = Sums(early);
        var (revenueBoth, _, lastBoth) = Sums(early, late);
        Assert.True(revenueBoth > revenueEarly * 1.01m);
        Assert.Equal((firstEarly, lastEarly), (grown.Earlier!.Ledger.Before.First, grown.Earlier.Ledger.Before.Last));
        Assert.Equal(lastBoth, grown.Earlier.Ledger.Now.Last);
        Assert.Equal(21, lastBoth.DayNumber - lastEarly.DayNumber);
        Assert.Contains(LedgerDifferenceText.Of(new CalendarSpan(3, CalendarUnit.Week, true)), LedgerDifferenceText.Of(grown.Earlier.Ledger), StringComparison.Ordinal);
        Assert.All(KpiTiles.Build(grown), tile => Assert.Equal((null, ChangeMeaning.None), (tile.Change!.IsUp, tile.Change.Meaning)));

        await PublishAsync(house, null, seed: 2);
        var again = (await query.ReadAsync(AddressQuery.Empty, CancellationToken.None))!;
        Assert.True(again.Earlier!.Ledger is { IsSameSpan: true, IsSameRows: true });
        Assert.All(KpiTiles.Build(again).Where(tile => tile.Id is "revenue" or "customers" or "items" or "recency"), tile => Assert.StartsWith("Unchanged", tile.Change!.Text, StringComparison.Ordinal));
    }

    /// <summary>The file's rows of the last three weeks apart from those before; each with the heading.</summary>
    private (string Early, string Late) Cut()
    {
        using var text = new StringWriter();
        GeneratedShop.Write(text, new ShopOptions { AsOf = new DateOnly(2025, 12, 9), Customers = 300 }, CancellationToken.None);
        var lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var byPart = lines.Skip(1).ToLookup(line => DayOf(line) <= s_cut);
        return (Write("early.csv", byPart[true]), Write("late.csv", byPart[false]));

        string Write(string name, IEnumerable<string> rows)
        {
            var path = _files.Combine(name);
            File.WriteAllLines(path, [lines[0].TrimEnd('\r'), .. rows.Select(row => row.TrimEnd('\r'))]);
            return path;
        }
    }

    private static (decimal Revenue, DateOnly First, DateOnly Last) Sums(params string[] files)
    {
        var rows = files.SelectMany(file => File.ReadLines(file).Skip(1)).ToArray();
        return (rows.Sum(RevenueOf), rows.Min(DayOf), rows.Max(DayOf));
    }

    // InvoiceNo, StockCode, Description, Quantity, InvoiceDate, UnitPrice, CustomerID, Country: counted from the end, for descriptions may hold commas.
    private static DateOnly DayOf(string line) => DateOnly.Parse(line.Split(',')[^4].Split(' ')[0], CultureInfo.InvariantCulture);

    private static decimal RevenueOf(string line)
    {
        var cells = line.Split(',');
        return Math.Max(0, decimal.Parse(cells[^5], CultureInfo.InvariantCulture)) * decimal.Parse(cells[^3], CultureInfo.InvariantCulture);
    }

    private static async Task PublishAsync(RunHouse house, string? file, ulong seed)
    {
        if (file is not null)
        {
            await house.Ledger.ImportAsync(file, ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
        }

        var recipe = RunHouse.Quick with { Seed = seed };
        using var session = house.Ledger.Open(2);
        var result = await SegmentationPipeline.RunAsync(session, recipe, 2, null, CancellationToken.None);
        var run = await house.Store.QueueRunAsync(recipe, "ana", SavedRuns.Noon, CancellationToken.None);
        await house.Store.StartRunAsync(run, house.Ledger.Fingerprint().ToString(), "v", SavedRuns.Noon, CancellationToken.None);
        await house.Store.FinishRunAsync(run, result, SavedRuns.Noon, CancellationToken.None);
        house.Sales.Keep(session, house.Ledger.Fingerprint().ToString(), recipe.Cleaning, CancellationToken.None);
        await house.Store.PublishAsync(run, "ana", SavedRuns.Noon, CancellationToken.None);
    }
}
