using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What people come to do, in a site that goes on meanwhile: in few clicks, without losing what they typed or where they were.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class TasksBrowserTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task Two_segments_are_compared_in_three_clicks_and_a_run_is_repeated_from_the_settings_in_two()
    {
        var page = await OpenAsync("/", Roles.Admin);
        var segments = shop.Published.Segments;
        var compare = new CountedClicks();
        await compare.ClickAsync(Menu(page, "/segments"));
        await compare.ClickAsync(page.GetByTestId($"pick-{segments[^1].SegmentId}"));
        await compare.ClickAsync(page.GetByTestId($"pick-{segments[0].SegmentId}"));

        var columns = page.Locator("[data-testid=compare-table] thead th");
        await Assertions.Expect(columns).ToHaveCountAsync(4); // the measure, everybody, and the two
        Assert.Equal([segments[0].Segment.Name.English, segments[^1].Segment.Name.English], (await columns.AllInnerTextsAsync()).Skip(2).Select(name => name.Trim().Split('\n')[0])); // a doubt about the name stands below it
        Assert.InRange(compare.Count, 0, 3);

        var again = new CountedClicks();
        await again.ClickAsync(Menu(page, "/settings"));
        await again.ClickAsync(page.GetByTestId("rerun-now"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(@"/runs/\d+$"));
        await page.GetByTestId("stages").WaitForAsync();
        Assert.InRange(again.Count, 0, 2);
        await page.GetByTestId("cancel").ClickAsync();
        await Assertions.Expect(page.GetByTestId("state")).ToHaveTextAsync("Cancelled");
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task What_was_typed_is_not_left_without_asking_and_Back_leads_to_the_place_that_was_read()
    {
        var page = await OpenAsync("/settings/general", Roles.Admin);
        await page.GetByTestId("name").FillAsync("Ana’s shop");
        await Menu(page, "/glossary").ClickAsync();
        var question = page.GetByText("Leave without saving?");
        await question.WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Stay on the page" }).ClickAsync();
        await Assertions.Expect(question).ToHaveCountAsync(0);
        await Assertions.Expect(page.GetByTestId("name")).ToHaveValueAsync("Ana’s shop");

        var asked = "";
        page.Dialog += async (_, dialog) =>
        {
            asked = dialog.Type;
            await dialog.DismissAsync();
        };
        await page.CloseAsync(new() { RunBeforeUnload = true });
        await Assertions.Expect(page.GetByTestId("name")).ToBeVisibleAsync();
        Assert.Equal("beforeunload", asked);

        await page.GetByTestId("save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("notice")).ToBeVisibleAsync();
        await Menu(page, "/glossary").ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/glossary$"));

        await page.GetByTestId("filter").WaitForAsync();
        await page.Mouse.WheelAsync(0, 1_200);
        await WaitForPlaceAsync(page, y => y > 1_000);
        var place = await page.EvaluateAsync<double>("window.scrollY");
        await Menu(page, "/customers").ClickAsync();
        await page.Locator("[data-testid=rows], .customer-label").First.WaitForAsync();
        Assert.InRange(await page.EvaluateAsync<double>("window.scrollY"), 0, 50);
        await page.GoBackAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/glossary$"));
        await WaitForPlaceAsync(page, y => Math.Abs(y - place) < 2);
        await page.WaitForTimeoutAsync(500);
        Assert.Equal(place, await page.EvaluateAsync<double>("window.scrollY"), 2.0);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task Publishing_asks_with_what_changes_and_tells_the_open_pages_of_others()
    {
        var store = new RunStore(Path.Combine(shop.Site.DataFolder, "insiders.db"));
        var next = await store.SaveAsync(SampleResults.Of(60));
        store.ReleaseFile();
        var reader = await OpenAsync("/segments", Roles.Viewer);
        var page = await OpenAsync($"/runs/{next}", Roles.Analyst);

        await page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(page.GetByTestId("customers-change")).ToHaveTextAsync($"60 (before: {shop.Published.Run.Customers!.Value.ToString("N0", CultureInfo.GetCultureInfo("en-GB"))})");
        await Assertions.Expect(page.Locator("[role=dialog]:focus-within")).ToHaveCountAsync(1);
        for (var i = 0; i < 20 && await page.GetByTestId("customers-change").CountAsync() > 0; i++)
        {
            // The dialog listens for it a moment after it has taken the keyboard.
            await page.Keyboard.PressAsync("Escape");
            await page.WaitForTimeoutAsync(500);
        }

        await Assertions.Expect(page.GetByTestId("customers-change")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.GetByTestId("reload")).ToHaveCountAsync(0);

        await page.GetByTestId("publish").ClickAsync();
        await page.GetByTestId("publish-confirm").ClickAsync();
        await Assertions.Expect(page.GetByTestId("published")).ToBeVisibleAsync();
        await Assertions.Expect(reader.GetByTestId("replaced")).ToContainTextAsync($"run {next}");
        await reader.GetByTestId("reload").ClickAsync();
        await Assertions.Expect(reader.GetByTestId("reload")).ToHaveCountAsync(0);
        await Assertions.Expect(reader.Locator("[data-testid=compare-table] tbody tr").First.Locator("td").First).ToHaveTextAsync("60");
        await reader.Context.CloseAsync();

        // And back again, for whoever looks at this shop next.
        await page.GotoAsync(new Uri(_address, $"/runs/{shop.Published.Run.Id}").ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.GetByTestId("publish").ClickAsync();
        await Assertions.Expect(page.GetByText("You are going back to an earlier run")).ToBeVisibleAsync();
        await page.GetByTestId("publish-confirm").ClickAsync();
        await Assertions.Expect(page.GetByTestId("published")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    private static async Task WaitForPlaceAsync(IPage page, Predicate<double> isThere)
    {
        for (var i = 0; i < 100 && !isThere(await page.EvaluateAsync<double>("window.scrollY")); i++)
        {
            await page.WaitForTimeoutAsync(100);
        }

        Assert.True(isThere(await page.EvaluateAsync<double>("window.scrollY")));
    }

    private static ILocator Menu(IPage page, string address) => page.Locator($".app-drawer a[href='{address}']");

    private async Task<IPage> OpenAsync(string path, string role)
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, role);
        await page.GotoAsync(new Uri(_address, path).ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        return page;
    }
}
