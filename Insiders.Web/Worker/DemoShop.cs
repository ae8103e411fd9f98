using System.Text;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;

namespace Insiders.Web.Worker;

/// <summary>The generated shop as an import, so that the first minute needs no file.</summary>
public sealed class DemoShop(DataFolder folder, SalesLedger ledger, RunStore store, TimeProvider time)
{
    /// <summary>The name its import is kept under: it tells that the sales are invented.</summary>
    public const string FileName = "generated-shop.csv";

    /// <summary>The invented shop: dates and seed are fixed, so that everybody sees the same.</summary>
    public static ShopOptions Options { get; } = new() { AsOf = new DateOnly(2025, 12, 9) };

    /// <summary>Who did what nobody asked for.</summary>
    public const string Actor = "Insiders";

    /// <summary>Writes the shop's file, imports it and forgets the file.</summary>
    public async Task LoadAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder.Spill);
        var file = Path.Combine(folder.Spill, FileName);
        try
        {
            await using (var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                await Task.Run(() => GeneratedShop.Write(writer, Options, cancellationToken), cancellationToken);
            }

            await RecordAsync(await ledger.ImportAsync(file, ImportOptions.Default, time.GetUtcNow(), null, cancellationToken), cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>Writes an import to the application database, unless it is there: a kill between the two stores is mended at the next start.</summary>
    public async Task RecordAsync(LedgerImport import, CancellationToken cancellationToken, string importedBy = Actor)
    {
        ArgumentNullException.ThrowIfNull(import);
        if ((await store.ListImportsAsync(cancellationToken)).Any(known => known.Id == import.Id))
        {
            return;
        }

        var record = new ImportRecord
        {
            Id = import.Id,
            FileName = import.FileName,
            ImportedBy = importedBy,
            ImportedAt = import.ImportedAt,
            RowsRead = import.RowsRead,
            RowsLoaded = import.RowsLoaded,
            RowsSkipped = import.RowsSkipped,
            RowsRejected = import.RowsRejected,
            FirstDate = import.FirstDate,
            LastDate = import.LastDate,
            Fingerprint = import.Fingerprint.ToString(),
        };
        await store.AddImportAsync(record, cancellationToken);
    }
}
