using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

[Collection(BrowserFixture.Collection)]
public sealed class AccountBrowserTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private readonly string _address = site.Serve().ToString();

    [BrowserFact]
    public async Task Five_wrong_passwords_lock_the_account_from_there_even_for_the_right_one()
    {
        var person = await site.PersonAsync(Roles.Analyst);
        var page = await browser.OpenAsync();
        await page.GotoAsync(_address);
        for (var i = 0; i < 5; i++)
        {
            await SignInAsync(page, person.Email!, "wrong password");
        }

        await Assertions.Expect(page.GetByTestId("problem")).ToContainTextAsync("locked");
        await SignInAsync(page, person.Email!, SignedIn.Password);
        await Assertions.Expect(page.GetByTestId("problem")).ToContainTextAsync("locked");
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task Signing_out_in_one_tab_ends_the_other()
    {
        var page = await browser.OpenAsync();
        await page.GotoAsync(_address);
        await SignInAsync(page, SignedIn.AdminEmail, SignedIn.Password);
        await page.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");
        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(_address);
        await other.WaitForSelectorAsync("html[data-keys=ready] [data-testid=chart] .bars .point path");

        await page.GetByTestId("user-menu").GetByRole(AriaRole.Button).ClickAsync();
        await page.GetByTestId("sign-out").ClickAsync();

        await Assertions.Expect(page.Locator("#password")).ToBeVisibleAsync();
        await Assertions.Expect(other.Locator("#password")).ToBeVisibleAsync();
        await page.Context.CloseAsync();
    }

    [BrowserFact]
    public async Task A_viewer_is_refused_by_address_and_sees_no_way_there()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Viewer);
        var answer = await page.GotoAsync(_address + "settings/people");

        Assert.Equal(403, answer!.Status);
        await Assertions.Expect(page.GetByTestId("forbidden")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("a[href='/settings/people']")).ToHaveCountAsync(0);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task An_administrator_invites_and_the_invited_person_gets_in_with_the_link()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(site, Roles.Admin);

        // As over plain HTTP, where a page gets no clipboard.
        await page.AddInitScriptAsync("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
        await page.GotoAsync(_address + "settings/people");
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await page.GetByTestId("invite-name").FillAsync("Hugo");
        await page.GetByTestId("invite-email").FillAsync("hugo@shop.example");
        await page.GetByTestId("invite").ClickAsync();
        var link = await page.GetByTestId("link-value").InputValueAsync();
        await page.GetByTestId("copy").ClickAsync();
        await Assertions.Expect(page.GetByTestId("copied")).ToHaveTextAsync("Copied.");
        await page.GetByTestId("invite-name").FocusAsync();
        await page.Keyboard.PressAsync("Control+v");
        await Assertions.Expect(page.GetByTestId("invite-name")).ToHaveValueAsync(link);

        var invited = await browser.OpenAsync();
        await invited.GotoAsync(link);
        await invited.FillAsync("#wanted", SignedIn.Password);
        await invited.FillAsync("#repeated", SignedIn.Password);
        await invited.ClickAsync("button[type=submit]");
        await Assertions.Expect(invited.GetByTestId("chosen")).ToBeVisibleAsync();
        await Assertions.Expect(invited.Locator("#email")).ToHaveValueAsync("hugo@shop.example");
        Assert.DoesNotContain("hugo", invited.Url, StringComparison.Ordinal);
        await invited.FillAsync("#password", SignedIn.Password);
        await invited.ClickAsync("button[type=submit]");

        await Assertions.Expect(invited.GetByTestId("tile-customers")).ToBeVisibleAsync();
        await invited.GotoAsync(link);
        await Assertions.Expect(invited.GetByTestId("spent")).ToBeVisibleAsync();
        await invited.CloseAsync();
        await page.CloseAsync();
    }

    private static async Task SignInAsync(IPage page, string email, string password)
    {
        await page.FillAsync("#email", email);
        await page.FillAsync("#password", password);
        await page.ClickAsync("button[type=submit]");
    }
}
