using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class ImportBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Broken = """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        1,A,Mug,2,2017-01-02,1.50,c1,Brazil
        2,B,Cup,two,2017-01-03,1.50,c1,Brazil
        3,C,Jug,1,2017-01-04,cheap,c2,Brazil
        """;

    private readonly Uri _address = site.Serve();

    [BrowserFact]
    public async Task The_real_file_goes_through_the_wizard_and_an_import_outlives_its_tab()
    {
        var page = await OpenAsync();
        await page.Locator("[data-testid=file-input]").SetInputFilesAsync(SharedData.Ecommerce);
        await Assertions.Expect(page.GetByTestId("preview-row")).ToHaveCountAsync(50, new() { Timeout = 60_000 });
        await page.GetByTestId("start-import").ClickAsync();
        await Assertions.Expect(page.GetByTestId("importing").Or(page.GetByTestId("result"))).ToBeVisibleAsync();
        var address = page.Url;
        await page.CloseAsync();

        var again = await OpenAsync(address);
        await Assertions.Expect(again.GetByTestId("count-read")).ToHaveTextAsync("541,909", new() { Timeout = 60_000 });
        await Assertions.Expect(again.GetByTestId("count-loaded")).ToHaveTextAsync("541,909");

        await again.GotoAsync(new Uri(_address, "/data").ToString());
        await Assertions.Expect(again.GetByTestId("import").First).ToContainTextAsync("ecommerce.csv.gz");
        await again.GotoAsync(new Uri(_address, "/data/quality").ToString());
        await Assertions.Expect(again.GetByTestId("quality-columns")).ToContainTextAsync("5,269", new() { Timeout = 30_000 });

        await again.GotoAsync(new Uri(_address, "/data").ToString());
        var row = again.GetByTestId("import").First;
        while (!await row.GetByTestId("confirm-undo").IsVisibleAsync())
        {
            // A click before the page's connection stands is lost: the button is still there then.
            if (await row.GetByTestId("undo").IsVisibleAsync())
            {
                await row.GetByTestId("undo").ClickAsync();
            }

            await Task.Delay(500);
        }

        await row.GetByTestId("confirm-undo").ClickAsync();
        await Assertions.Expect(again.GetByTestId("import").First).ToContainTextAsync("undone by analyst@shop.example");
        Assert.DoesNotContain(new SalesLedger(Path.Combine(site.DataFolder, "ledger")).Imports(), import => import.FileName == "ecommerce.csv.gz");
        await again.CloseAsync();
    }

    [BrowserFact]
    public async Task A_broken_file_shows_row_and_column_and_its_rejects_can_be_had()
    {
        var page = await OpenAsync();
        await page.Locator("[data-testid=file-input]").SetInputFilesAsync(new FilePayload { Name = "broken.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(Broken) });

        await Assertions.Expect(page.GetByTestId("preview-bad")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByTestId("bad-cell")).ToHaveTextAsync(["two", "cheap"]);
        await page.GetByTestId("start-import").ClickAsync();
        await Assertions.Expect(page.GetByTestId("count-rejected")).ToHaveTextAsync("2", new() { Timeout = 30_000 });
        await Assertions.Expect(page.GetByTestId("reject").First).ToContainTextAsync("Quantity 'two' is not a number");
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("download-rejects").ClickAsync());

        var lines = await File.ReadAllLinesAsync(await download.PathAsync());
        Assert.Equal("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country,rejected line,rejected because", lines[0]);
        Assert.StartsWith("2,B,Cup,two,2017-01-03,1.50,c1,Brazil,3,", lines[1], StringComparison.Ordinal);
        await page.CloseAsync();
    }

    private async Task<IPage> OpenAsync(string? address = null)
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Analyst);
        await page.GotoAsync(address ?? new Uri(_address, "/data/import").ToString());
        if (address is null)
        {
            await page.WaitForSelectorAsync(".drop-zone[data-ready=true]");
        }

        return page;
    }
}
