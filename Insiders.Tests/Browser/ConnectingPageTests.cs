using System.Text.RegularExpressions;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.Playwright;

namespace Insiders.Tests.Browser;

/// <summary>What somebody does while a page is connecting: the site knows the address it was opened at and has not answered yet.</summary>
[Collection(BrowserFixture.Collection)]
public sealed class ConnectingPageTests(BrowserFixture browser, ShopSite shop) : IClassFixture<ShopSite>
{
    private readonly Uri _address = shop.Site.Serve();

    [BrowserFact]
    public async Task Back_is_followed()
    {
        var (page, connection) = await OpenAsync();
        await page.GetByTestId("tab-bubbles").ClickAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToBeVisibleAsync();

        connection.Hold();
        await page.ReloadAsync();
        await connection.BegunAsync();
        await page.GoBackAsync();
        connection.GoOn();

        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("compare-table")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByTestId("log")).ToHaveCountAsync(0);
        Assert.EndsWith("/segments", page.Url, StringComparison.Ordinal);
        await page.CloseAsync();
    }

    [BrowserFact]
    public async Task A_link_leads_on()
    {
        var (page, connection) = await OpenAsync();

        connection.Hold();
        await page.ReloadAsync();
        await connection.BegunAsync();
        await page.Locator(".app-drawer a[href='/segments/rfm']").ClickAsync();
        connection.GoOn();

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/segments/rfm$"));
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        await Assertions.Expect(page.GetByTestId("rfm-grid")).ToBeVisibleAsync();
        Assert.False(await page.Locator("#blazor-error-ui").IsVisibleAsync());
        await page.CloseAsync();
    }

    private async Task<(IPage Page, Connection Connection)> OpenAsync()
    {
        var page = await browser.OpenAsync();
        await page.AsAsync(shop.Site, Roles.Viewer);
        var connection = new Connection();
        await page.RouteWebSocketAsync(new Regex("/_blazor"), connection.Join);
        await page.GotoAsync(new Uri(_address, "/segments").ToString());
        await page.Locator("html[data-keys=ready]").WaitForAsync();
        return (page, connection);
    }

    /// <summary>The web socket of a page; held, it passes the greeting on and keeps what the site says after it.</summary>
    private sealed class Connection
    {
        private readonly Lock _gate = new();
        private readonly List<Action> _kept = [];
        private TaskCompletionSource _begun = new();
        private bool _holds;

        public void Hold() => (_holds, _begun) = (true, new());

        /// <summary>Ends when the page has told the site its address.</summary>
        public Task BegunAsync() => _begun.Task.WaitAsync(TimeSpan.FromSeconds(30));

        public void GoOn()
        {
            lock (_gate)
            {
                _holds = false;
                _kept.ForEach(send => send());
                _kept.Clear();
            }
        }

        public void Join(IWebSocketRoute page)
        {
            var site = page.ConnectToServer();
            var (asked, answered) = (0, 0);
            page.OnMessage(frame =>
            {
                // The greeting is text, all else is bytes.
                if (++asked == 1)
                {
                    site.Send(frame.Text!);
                    return;
                }

                site.Send(frame.Binary!);
                _begun.TrySetResult();
            });
            site.OnMessage(frame =>
            {
                lock (_gate)
                {
                    if (++answered > 1 && _holds)
                    {
                        _kept.Add(() => page.Send(frame.Binary!));
                    }
                    else
                    {
                        page.Send(frame.Binary!);
                    }
                }
            });
        }
    }
}
