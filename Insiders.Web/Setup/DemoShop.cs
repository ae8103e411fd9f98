using System.Text;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Web.Setup;

/// <summary>Imports the generated shop, so that a first look needs no file.</summary>
public sealed class DemoShop(DataFolder folder, ImportRegistry registry)
{
    /// <summary>The currency of its prices.</summary>
    public const string Currency = "GBP";

    /// <summary>Options of the generated shop; dates and seed are fixed, so that everyone sees the same.</summary>
    public static ShopOptions Options { get; } = new() { AsOf = new DateOnly(2025, 12, 9) };

    /// <summary>Writes the shop's file, imports it and deletes the file.</summary>
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
