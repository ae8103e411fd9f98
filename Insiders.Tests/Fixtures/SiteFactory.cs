using Insiders.Core.Application.Imports;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Fixtures;

/// <summary>The whole site in this process, on its own data folder: with a published run when used as a fixture, empty when constructed directly.</summary>
public sealed class SiteFactory : WebApplicationFactory<Program>, IAsyncLifetime
{
    private readonly TempFolder _data = new();
    private bool _serving;

    /// <summary>Settings other than the data folder; by default the administrator of an unattended start.</summary>
    public Dictionary<string, string?> Settings { get; } = new()
    {
        ["Insiders:Setup:AdminName"] = "Ana Admin",
        ["Insiders:Setup:AdminEmail"] = SignedIn.AdminEmail,
        ["Insiders:Setup:AdminPassword"] = SignedIn.Password,

        // Names and figures that tests of pages expect are those of the study.
        ["Insiders:Setup:Preset"] = RecipePresets.Study,
    };

    /// <summary>The data folder.</summary>
    public string DataFolder => Root ?? _data.Root;

    /// <summary>A data folder owned by the test, which is not deleted with the site.</summary>
    public string? Root { get; init; }

    /// <summary>Additional services of the test.</summary>
    public Action<IServiceCollection> ConfigureServices { get; init; } = _ => { };

    /// <summary>Puts a published run into the data folder before the site starts, so that nothing has to be computed.</summary>
    public async Task InitializeAsync()
    {
        var store = new RunStore(Path.Combine(DataFolder, "insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        await new ImportStore(Path.Combine(DataFolder, "insiders.db")).AddImportAsync(
            new ImportRecord
            {
                Id = "000001-sample",
                FileName = "sales.csv",
                ImportedBy = "ana",
                ImportedAt = SavedRuns.Noon,
                RowsRead = 1,
                RowsLoaded = 1,
                RowsSkipped = 0,
                RowsRejected = 0,
                FirstDate = null,
                LastDate = null,
                Fingerprint = "0",
            },
            CancellationToken.None);
        await store.PublishAsync(await store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, CancellationToken.None);
        store.ReleaseFile();
    }

    /// <summary>Starts listening on a free port; a second call returns the same address.</summary>
    /// <returns>The address.</returns>
    public Uri Serve()
    {
        if (!_serving)
        {
            _serving = true;
            UseKestrel(0);
            StartServer();
        }

        return ClientOptions.BaseAddress;
    }

    async Task IAsyncLifetime.DisposeAsync() => await DisposeAsync();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Insiders:DataFolder", DataFolder);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureTestServices(ConfigureServices);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        new RunStore(Path.Combine(DataFolder, "insiders.db")).ReleaseFile();
        _data.Dispose();
    }
}
