using System.Text;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Web.Hosting.Imports;

namespace Insiders.Web.Hosting.Data;

/// <summary>The generated shop as an import, so that the first minute needs no file.</summary>
public sealed class DemoShop(DataFolder folder, SalesLedger ledger, ImportBook book, TimeProvider time)
{
    /// <summary>The name its import is kept under: it tells that the sales are invented.</summary>
    public const string FileName = "generated-shop.csv";

    /// <summary>What its prices are in.</summary>
    public const string Currency = "GBP";

    /// <summary>The invented shop: dates and seed are fixed, so that everybody sees the same.</summary>
    public static ShopOptions Options { get; } = new() { AsOf = new DateOnly(2025, 12, 9) };

    /// <summary>Who did what nobody asked for.</summary>
    public const string Actor = "Insiders";

    /// <summary>Writes the shop's file, imports it and forgets the file.</summary>
    public async Task<LedgerImport> LoadAsync(CancellationToken cancellationToken)
    {
        folder.Make(folder.Spill);
        var file = Path.Combine(folder.Spill, FileName);
        try
        {
            await using (var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                await Task.Run(() => GeneratedShop.Write(writer, Options, cancellationToken), cancellationToken);
            }

            var import = await ledger.ImportAsync(file, ImportOptions.Default, time.GetUtcNow(), null, cancellationToken);
            await RecordAsync(import, cancellationToken);
            return import;
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes an import to the application database, unless it is there: a kill between the two stores is mended at the next start.</summary>
    public Task RecordAsync(LedgerImport import, CancellationToken cancellationToken, string importedBy = Actor) => book.RecordAsync(import, importedBy, cancellationToken);
}
