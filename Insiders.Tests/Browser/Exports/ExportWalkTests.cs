using Insiders.Core.Application.Exports;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Exports;
using Insiders.Web.Shell;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser.Exports;

/// <summary>Files hold what the page beside them shows, whatever was changed on it since it was loaded.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class ExportWalkTests(BrowserFixture browser, HostileShop shop) : IClassFixture<HostileShop>
{
    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task Every_export_of_every_page_is_what_the_page_shows_after_it_was_changed_in_place()
    {
        var visits = new ExportVisits(shop).All;
        // The hostile ledger is too short for anything to be expected, so that page and file of value-groups are empty.
        Assert.Equal(ModuleCatalog.Exports.Select(entry => entry.Key).Where(key => key != "value-groups").Order(), visits.SelectMany(visit => visit.Stops).Select(stop => stop.Key).Distinct().Order());

        var problems = new List<string>();
        var rows = new List<(string Key, long Rows)>();
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Admin);
        var client = await shop.Site.ClientAsync(Roles.Admin);
        foreach (var visit in visits)
        {
            await page.GotoAsync(new Uri(_address, visit.Address).ToString());
            await page.Locator("html[data-keys=ready]").WaitForAsync();
            await visit.ChangeAsync(page);
            foreach (var stop in visit.Stops)
            {
                var shown = await ShownTable.ReadAsync(page, stop);
                var count = stop.Count is null ? shown.Rows.Length : await stop.Count(page);
                var (csv, xlsx) = await LinksAsync(page, stop);
                var file = await ExportedFile.FetchAsync(client, stop, csv, xlsx);
                problems.AddRange(Comparison.Of(stop, shown, count, file).Select(problem => $"{visit.Address}: {stop.Key}: {problem}"));
                rows.AddRange([(stop.Key, file.Rows.Length), (stop.Key, file.Rows.Length + (stop.Grows ? 1 : 0))]);
            }
        }

        Assert.True(problems.Count == 0, string.Join('\n', problems));
        Assert.Equal(rows, await WrittenDownAsync(rows.Count));
        await page.Context.CloseAsync();
    }

    // As the menu has them at this moment; where no page has a menu, as anybody would type it.
    private static async Task<(string Csv, string Xlsx)> LinksAsync(IPage page, ExportStop stop)
    {
        if (stop.Address is { } address)
        {
            return (address + ".csv", address + ".xlsx");
        }

        var menu = page.Locator($"{stop.Menu} [data-testid=export-{stop.Key}]".Trim()).First;
        return ((await menu.GetByTestId("export-csv").GetAttributeAsync("href"))!, (await menu.GetByTestId("export-xlsx").GetAttributeAsync("href"))!);
    }

    // The last entry is written after the last byte has arrived here.
    private async Task<(string Key, long Rows)[]> WrittenDownAsync(int expected)
    {
        var log = new AuditLog(Path.Combine(shop.Site.DataFolder, "insiders.db"));
        for (var left = 50; ; left--)
        {
            var exports = (await log.ListAsync(0, 1_000, CancellationToken.None)).Entries.Where(entry => entry.Action == ExportService.Sent).Reverse().ToArray();
            if (exports.Length >= expected || left == 0)
            {
                Assert.All(exports, entry => Assert.Equal(SignedIn.AdminEmail, entry.Actor));
                return [.. exports.Select(entry => (entry.Subject, ExportRecord.Read(entry.Detail)!.Rows!.Value))];
            }

            await Task.Delay(100);
        }
    }
}
