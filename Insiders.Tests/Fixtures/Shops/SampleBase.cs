using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Storage.Files;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>A published run without sales, for tests of pages.</summary>
public static class SampleBase
{
    /// <summary>The published run of a store without a ledger, so that no sales are found.</summary>
    public static PublishedRunCache Published(this TempDatabase database)
    {
        ArgumentNullException.ThrowIfNull(database);
        var folder = Path.GetDirectoryName(database.Path)!;
        return new PublishedRunCache(database.Store, new(Path.Combine(folder, "ledger")), new RunSalesFolder(Path.Combine(folder, "sales")), database.Settings, NullLogger<PublishedRunCache>.Instance);
    }

    /// <summary>Saves and publishes a result.</summary>
    public static async Task<PublishedRunRow> PublishAsync(this TempDatabase database, Insiders.Core.Pipeline.SegmentationResult result)
    {
        ArgumentNullException.ThrowIfNull(database);
        await database.Store.PublishAsync(await database.Store.SaveAsync(result), "ana", SavedRuns.Noon, CancellationToken.None);
        return (await database.Store.FindPublishedAsync(CancellationToken.None))!;
    }
}
