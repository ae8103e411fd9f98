using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures.Browsing;
using Insiders.Web.Setup;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>A site with the generated shop and a published run, so that every page has something to show.</summary>
public sealed class ShopSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public SiteFactory Site { get; } = new();

    /// <summary>The published run.</summary>
    public PublishedRunRow Published { get; private set; } = null!;

    /// <summary>Starts the site and waits for the run; does nothing without a browser.</summary>
    public async Task InitializeAsync()
    {
        if (BrowserFixture.Executable is null)
        {
            return;
        }

        Site.Settings["Insiders:Setup:Ledger"] = SetupOptions.Demo;
        Site.Serve();
        var store = new RunStore(Path.Combine(Site.DataFolder, "insiders.db"));
        for (var i = 0; i < 1_200 && await store.FindPublishedAsync(CancellationToken.None) is null; i++)
        {
            await Task.Delay(100);
        }

        Published = await store.FindPublishedAsync(CancellationToken.None) ?? throw new InvalidOperationException("The generated shop's run was not published in two minutes.");
        store.ReleaseFile();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();
}
