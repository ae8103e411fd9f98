using Insiders.Core.Application.Programmes;
using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>A data folder with a small generated shop and a published run, made by the pipeline itself.</summary>
public static class PublishedHouse
{
    /// <summary>Imports a generated shop.</summary>
    public static async Task ImportShopAsync(this RunHouse house, int customers)
    {
        var file = house.Folder.Database + ".csv";
        await using (var written = new StreamWriter(file))
        {
            GeneratedShop.Write(written, new ShopOptions { AsOf = new(2025, 12, 9), Customers = customers }, CancellationToken.None);
        }

        await house.Ledger.ImportAsync(file, ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
    }

    /// <summary>Imports rows written by hand.</summary>
    public static async Task ImportRowsAsync(this RunHouse house, IEnumerable<SaleRow> rows)
    {
        var file = house.Folder.Database + ".csv";
        await File.WriteAllLinesAsync(
            file,
            rows.Select(row => string.Create(CultureInfo.InvariantCulture, $"{row.Invoice},{row.StockCode},{row.Description},{row.Quantity},{row.SoldAt:yyyy-MM-dd},{row.UnitPrice},{row.Customer},{row.Country}"))
                .Prepend("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"));
        await house.Ledger.ImportAsync(file, ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);
    }

    /// <summary>Segments the ledger and publishes the run.</summary>
    /// <param name="house">The data folder.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="with">The recipe; null for the quick one.</param>
    public static async Task PublishAsync(this RunHouse house, ulong seed, Recipe? with = null)
    {
        var recipe = (with ?? RunHouse.Quick) with { Seed = seed };
        using var session = house.Ledger.Open(2);
        var result = await SegmentationPipeline.RunAsync(session, recipe, 2, null, CancellationToken.None);
        var run = await house.Store.QueueRunAsync(recipe, "ana", SavedRuns.Noon, CancellationToken.None);
        await house.Store.StartRunAsync(run, house.Ledger.Fingerprint().ToString(), "v", SavedRuns.Noon, CancellationToken.None);
        await house.Store.FinishRunAsync(run, result, SavedRuns.Noon, CancellationToken.None);
        house.Sales.Keep(session, house.Ledger.Fingerprint().ToString(), recipe.Cleaning, CancellationToken.None);
        await house.Store.PublishAsync(run, "ana", SavedRuns.Noon, CancellationToken.None);
    }

    /// <summary>The programme of a data folder.</summary>
    public static ProgrammeService Programme(this RunHouse house, PublishedRunCache runs)
        => new(new ProgrammeStore(house.Folder.Database), runs, new AudienceStore(house.Folder.Database), Actors.Access, TimeProvider.System);

    /// <summary>The published run of a data folder, as pages see it.</summary>
    public static PublishedRunCache Published(this RunHouse house) => new(house.Store, house.Ledger, house.Sales, house.SettingsService, NullLogger<PublishedRunCache>.Instance);
}
