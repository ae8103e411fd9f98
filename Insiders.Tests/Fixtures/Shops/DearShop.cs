using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Demo;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures.Browsing;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>
/// A site with the generated shop in an unusual currency, at a hundred million times its prices: no count, share or day comes near its
/// smallest amount, so that every number that large is money (<see cref="BareAmounts"/>).
/// </summary>
public sealed class DearShop : IAsyncLifetime
{
    /// <summary>The currency of amounts: written as letters in both languages, because a symbol could mean anything.</summary>
    public const string Code = "CHF";

    private const int Price = 5, Invoice = 0, Customers = 60;
    private const decimal Dearer = 100_000_000;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("insiders-dear-");

    /// <summary>The site.</summary>
    public SiteFactory Site { get; } = new();

    /// <summary>The published run.</summary>
    public PublishedRunRow Published { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var ledger = Path.Combine(_folder.FullName, "sales.csv");
        await File.WriteAllTextAsync(ledger, Ledger());
        Site.Settings["Insiders:Setup:Ledger"] = ledger;
        Site.Settings["Insiders:Setup:Currency"] = Code;
        var store = new RunStore(Path.Combine(Site.DataFolder, "insiders.db"));
        await store.MigrateAsync(CancellationToken.None);
        await store.QueueRunAsync(RunHouse.Quick, "ana", SavedRuns.Noon, CancellationToken.None);
        store.ReleaseFile();
        Site.Serve();
        for (var i = 0; i < 600 && await store.FindPublishedAsync(CancellationToken.None) is null; i++)
        {
            await Task.Delay(100);
        }

        Published = await store.FindPublishedAsync(CancellationToken.None) ?? throw new InvalidOperationException("The dear shop's run was not published in a minute.");
        store.ReleaseFile();
    }

    public async Task DisposeAsync()
    {
        await Site.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static string Ledger()
    {
        using var written = new StringWriter(CultureInfo.InvariantCulture);
        GeneratedShop.Write(written, new ShopOptions { AsOf = new DateOnly(2025, 12, 9), Customers = Customers }, CancellationToken.None);
        var lines = written.ToString().TrimEnd().Split('\n');
        return string.Join('\n', lines.Skip(1).Select(Dear).Prepend(lines[0]));
    }

    // Invoice numbers lose their first digit, so that none is as large as an amount.
    private static string Dear(string line)
    {
        var cells = line.Split(',');
        cells[^(8 - Price)] = (decimal.Parse(cells[^(8 - Price)], CultureInfo.InvariantCulture) * Dearer).ToString(CultureInfo.InvariantCulture);
        cells[Invoice] = cells[Invoice].Replace("53", "", StringComparison.Ordinal);
        return string.Join(',', cells);
    }
}
