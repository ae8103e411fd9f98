using System.Globalization;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Navigation;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class CustomersBrowserTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private static readonly CultureInfo s_english = CultureInfo.GetCultureInfo("en-GB");
    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task A_filter_is_an_address_that_reload_back_forward_and_another_person_s_window_restore()
    {
        var (all, members) = await CountAsync();
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Viewer);
        await page.GoAsync(new Uri(_address, "/customers"));
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync($"{Number(all)} customers");

        await page.GetByTestId("segments").Locator("input").First.ClickAsync();
        var filtered = $"{Number(members)} of {Number(all)} customers";
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync(filtered);
        await page.GetByTestId("sort-recency_days").ClickAsync();
        await Assertions.Expect(page.Locator("th:has([data-testid=sort-recency_days])")).ToHaveAttributeAsync("aria-sort", "descending");

        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync(filtered);
        await Assertions.Expect(page.Locator("th:has([data-testid=sort-recency_days])")).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GoBackAsync();
        await Assertions.Expect(page.Locator("th:has([data-testid=sort-gross_revenue])")).ToHaveAttributeAsync("aria-sort", "descending");
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync($"{Number(all)} customers");
        await page.GoForwardAsync();
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync(filtered);

        var other = await browser.OpenAsync();
        await other.AsAsync(shop.Site, Roles.Analyst);
        await other.GotoAsync(page.Url);
        await Assertions.Expect(other.GetByTestId("count")).ToHaveTextAsync(filtered);
        await other.Context.CloseAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_view_is_saved_opened_first_deleted_and_put_back_whatever_its_name()
    {
        const string Name = "<img src=x onerror=alert(1)>";
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Analyst);
        var alerts = 0;
        page.Dialog += (_, dialog) => { alerts++; _ = dialog.DismissAsync(); };
        await page.GoAsync(new Uri(_address, "/customers?country=Germany"));
        var count = await page.GetByTestId("count").InnerTextAsync();

        await page.GetByTestId("view-menu").Locator("summary").ClickAsync();
        await page.GetByTestId("view-name").FillAsync(Name);
        await page.GetByTestId("view-save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("view")).ToHaveTextAsync(Name);
        await page.GetByTestId("view-standard").ClickAsync();
        await Assertions.Expect(page.GetByTestId("view-standard")).ToHaveAttributeAsync("aria-pressed", "true");

        await page.GoAsync(new Uri(_address, "/customers"));
        await Assertions.Expect(page.GetByTestId("count")).ToHaveTextAsync(count);
        await page.GetByTestId("view-menu").Locator("summary").ClickAsync();
        await page.GetByTestId("view-delete").ClickAsync();
        await Assertions.Expect(page.GetByTestId("view")).ToHaveCountAsync(0);
        await page.GetByTestId("view-undo").ClickAsync();
        await Assertions.Expect(page.GetByTestId("view")).ToContainTextAsync(Name);
        Assert.Equal(0, alerts);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_customer_opens_from_the_list_with_a_drawn_timeline_and_an_invoice_keeps_its_place_in_the_address()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Viewer);
        await page.GoAsync(new Uri(_address, "/customers"));
        var id = await page.GetByTestId("customer").First.Locator("th").InnerTextAsync();

        await page.GetByTestId("customer").First.Locator("td").Last.ClickAsync();
        await Assertions.Expect(page.GetByTestId("customer-id")).ToHaveTextAsync(id);
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .scatterlayer .point");
        Assert.Equal(8, await page.GetByTestId("neighbour").CountAsync());

        await page.GetByTestId("invoice").First.Locator("th a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("invoice-lines")).ToBeVisibleAsync();
        await page.ReloadAsync();
        await Assertions.Expect(page.GetByTestId("invoice-lines")).ToBeVisibleAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByTestId("invoice-lines")).ToHaveCountAsync(0);
        await page.GetByTestId("neighbour").First.Locator("a").ClickAsync();
        await Assertions.Expect(page.GetByTestId("customer-id")).Not.ToHaveTextAsync(id);
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task One_customer_s_page_has_no_serious_barrier_and_fits_a_telephone()
    {
        var customers = await new RunStore(Path.Combine(shop.Site.DataFolder, "insiders.db")).ReadCustomersAsync(shop.Published.Run.Id, CancellationToken.None);
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            var page = await browser.OpenAsync(scheme: scheme);
            await page.AsAsync(shop.Site, Roles.Viewer);
            await page.GoAsync(new Uri(_address, Links.Customer(customers.Ids[0])));

            Assert.Empty(await page.LookAsync("customer", scheme));
            await page.Context.CloseAsync();
        }
    }

    private async Task<(int All, int Members)> CountAsync()
    {
        var customers = await new RunStore(Path.Combine(shop.Site.DataFolder, "insiders.db")).ReadCustomersAsync(shop.Published.Run.Id, CancellationToken.None);
        return (customers.Ids.Length, customers.SegmentIds.Count(segment => segment == shop.Published.Segments[0].SegmentId));
    }

    private static string Number(int value) => value.ToString("N0", s_english);
}
