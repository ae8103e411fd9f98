using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>The pages that one only comes through: the set-up, the wizard's steps, an invitation, what is refused or not there.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class PagesInPassingTests(BrowserFixture browser, SiteFactory site) : IClassFixture<SiteFactory>
{
    private const string Broken = """
        InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country
        1,A,Mug,2,2017-01-02,1.50,c1,Brazil
        2,B,Cup,two,2017-01-03,1.50,c1,Brazil
        3,C,Jug,1,2017-01-04,cheap,c2,Brazil
        """;

    private readonly Uri _address = site.Serve();

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_step_of_the_set_up_is_without_serious_barrier_and_fits(ColorScheme scheme)
    {
        await using var fresh = new SiteFactory();
        fresh.Settings.Clear();
        var address = fresh.Serve();
        var page = await browser.OpenAsync(scheme: scheme);
        var problems = new List<string>();

        await page.GoAsync(new Uri(address, "/setup"));
        problems.AddRange(await page.LookAsync("set-up without its token", scheme));
        await page.GoAsync(new Uri(address, fresh.Services.GetRequiredService<SetupState>().Link));
        problems.AddRange(await page.LookAsync("language", scheme));
        await page.GoAsync(new Uri(address, "/setup?step=2"));
        problems.AddRange(await page.LookAsync("administrator", scheme));
        await page.AsAsync(fresh, Roles.Admin);
        await page.GoAsync(new Uri(address, "/setup"));
        problems.AddRange(await page.LookAsync("ledger", scheme));
        await SendAsync(page, Broken.Replace(",2,2017", ",no,2017", StringComparison.Ordinal).Replace(",1,2017", ",no,2017", StringComparison.Ordinal));
        await Assertions.Expect(page.GetByTestId("bad-rows").Locator("tbody tr")).ToHaveCountAsync(3);
        problems.AddRange(await page.LookAsync("ledger refused", scheme));
        await page.GetByTestId("demo").ClickAsync();
        await page.GetByTestId("start").WaitForAsync(new() { Timeout = 60_000 });
        problems.AddRange(await page.LookAsync("first run", scheme));
        await page.GetByTestId("start").ClickAsync();
        await page.GetByTestId("working").WaitForAsync();
        // The page leads on when the run is over, and would be gone while it is looked at.
        await page.RouteAsync("**/*", route => route.AbortAsync(RequestAbortErrorCode.Aborted));
        problems.AddRange(await page.LookAsync("first run at work", scheme));

        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Every_step_of_the_wizard_is_without_serious_barrier_and_fits(ColorScheme scheme)
    {
        var page = await browser.OpenAsync(scheme: scheme);
        await page.AsAsync(site, Roles.Analyst);
        var problems = new List<string>();

        await page.GoAsync(new Uri(_address, "/data/import"));
        await page.WaitForSelectorAsync(".drop-zone[data-ready=true]");
        await page.Locator("[data-testid=file-input]").SetInputFilesAsync(File("broken.csv", Broken));
        await Assertions.Expect(page.GetByTestId("preview-bad")).ToHaveCountAsync(2, new() { Timeout = 30_000 });
        problems.AddRange(await page.LookAsync("review with bad cells", scheme));
        await page.GetByTestId("start-import").ClickAsync();
        await page.GetByTestId("result").WaitForAsync(new() { Timeout = 30_000 });
        problems.AddRange(await page.LookAsync("result with rejects", scheme));
        await page.GoAsync(new Uri(_address, "/data/import"));
        await page.WaitForSelectorAsync(".drop-zone[data-ready=true]");
        await page.Locator("[data-testid=file-input]").SetInputFilesAsync(File("notes.csv", "a,b\n1,2\n"));
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/data/import/"));
        problems.AddRange(await page.LookAsync("review of no ledger", scheme));
        await page.GoAsync(new Uri(_address, "/data/import/none"));
        problems.AddRange(await page.LookAsync("no such import", scheme));

        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [BrowserTheory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Invitations_errors_and_refusals_are_without_serious_barrier_and_fit(ColorScheme scheme)
    {
        var people = site.Services.GetRequiredService<PeopleDirectory>();
        var invitation = await people.InviteAsync("Bia", $"bia-{scheme}@shop.example".ToLowerInvariant(), Roles.Viewer, SignedIn.AdminEmail, CancellationToken.None);
        var page = await browser.OpenAsync(scheme: scheme);
        var problems = new List<string>();

        foreach (var path in new[] { invitation, "/account/accept?id=none&token=none", "/status/429", "/status/400", "/error", "/setup" })
        {
            await page.GoAsync(new Uri(_address, path));
            problems.AddRange(await page.LookAsync(path, scheme));
        }

        await page.AsAsync(site, Roles.Viewer);
        foreach (var (path, title) in new[] { ("/no/such/page", "404"), ("/settings/people", "403"), ("/error", "500") })
        {
            await page.GoAsync(new Uri(_address, path));
            problems.AddRange(await page.LookAsync($"{path}, {title} signed in", scheme));
        }

        await page.Context.CloseAsync();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    private static async Task SendAsync(IPage page, string text)
    {
        await page.WaitForSelectorAsync("form[data-ready=true]");
        await page.SelectOptionAsync("#currency", "GBP");
        await page.SetInputFilesAsync("#file", File("broken.csv", text));
        await page.ClickAsync("[data-send]");
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}
