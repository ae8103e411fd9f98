using System.Text;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Web.Setup;

/// <summary>The generated shop as an import, so that the first minute needs no file.</summary>
public sealed class DemoShop(DataFolder folder, ImportRegistry registry)
{
    /// <summary>What its prices are in.</summary>
    public const string Currency = "GBP";

    /// <summary>The invented shop: dates and seed are fixed, so that everybody sees the same.</summary>
    public static ShopOptions Options { get; } = new() { AsOf = new DateOnly(2025, 12, 9) };

    /// <summary>Writes the shop's file, imports it and forgets the file.</summary>
    public async Task<LedgerImport> LoadAsync(Actor actor, CancellationToken cancellationToken)
    {
        folder.Make(folder.Spill);
        var file = Path.Combine(folder.Spill, ImportService.GeneratedShopName);
        try
        {
            await using (var writer = new StreamWriter(file, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)))
            {
                await Task.Run(() => GeneratedShop.Write(writer, Options, cancellationToken), cancellationToken);
            }

            return await registry.LoadAsync(actor, file, ImportOptions.Default, cancellationToken);
        }
        finally
        {
            File.Delete(file);
        }
    }
}
