using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures.Browsing;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>A site with the real ledger and a published run of the study's recipe.</summary>
public sealed class RealSite : IAsyncLifetime
{
    /// <summary>The site.</summary>
    public SiteFactory Site { get; } = new();

    /// <summary>The published run.</summary>
    public PublishedRunRow Published { get; private set; } = null!;

    /// <summary>Its customers, as the database holds them.</summary>
    public CustomerColumns Customers { get; private set; } = null!;

    /// <summary>The run's cleaned sales, as a file for DuckDB.</summary>
    public string SalesFile => Directory.GetFiles(Path.Combine(Site.DataFolder, "sales"), "*.parquet").Single();

    /// <summary>Starts the site and waits for the run; does nothing without a browser or the real ledger.</summary>
    public async Task InitializeAsync()
    {
        if (BrowserFixture.Executable is null || !SharedData.IsHere)
        {
            return;
        }

        Site.Settings["Insiders:Setup:Ledger"] = SharedData.Ecommerce;
        Site.Settings["Insiders:Setup:Preset"] = RecipePresets.Study;
        Site.Serve();
        var store = new RunStore(Path.Combine(Site.DataFolder, "insiders.db"));
        for (var i = 0; i < 1_800 && await store.FindPublishedAsync(CancellationToken.None) is null; i++)
        {
            await Task.Delay(100);
        }

        Published = await store.FindPublishedAsync(CancellationToken.None) ?? throw new InvalidOperationException("The real ledger's run was not published in three minutes.");
        Customers = await store.ReadCustomersAsync(Published.Run.Id, CancellationToken.None);
        store.ReleaseFile();
    }

    public async Task DisposeAsync() => await Site.DisposeAsync();

    /// <summary>A feature of some customers, by row.</summary>
    public double[] Feature(string name, params IEnumerable<int> rows)
    {
        var values = Customers.Features[Customers.FeatureNames.IndexOf(name)];
        return [.. rows.Select(row => values[row])];
    }
}
