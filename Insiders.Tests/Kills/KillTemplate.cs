using System.Globalization;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Core.Storage.Sqlite;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Tests.Kills;

/// <summary>The starting point of every repetition, created once: a shop with a published run and another one to publish, a large sales file, and a backup of another state.</summary>
public sealed class KillTemplate : IDisposable
{
    /// <summary>Rows of the large file.</summary>
    public const int LargeRows = 500_000;

    private readonly TempFolder _temp = new();

    private KillTemplate()
    {
    }

    /// <summary>The data folder.</summary>
    public string Root => _temp.Combine("data");

    /// <summary>A sales file that takes a moment to send and to read.</summary>
    public string LargeFile => _temp.Combine("large.csv");

    /// <summary>A complete backup that contains more than the data folder: an import, a run and a person.</summary>
    public string Backup => _temp.Combine("other.zip");

    /// <summary>The run that is published.</summary>
    public long Published { get; private set; }

    /// <summary>Another run that succeeded.</summary>
    public long Unpublished { get; private set; }

    /// <summary>The data folder.</summary>
    public FolderState State { get; private set; } = null!;

    /// <summary>The backup.</summary>
    public FolderState BackupState { get; private set; } = null!;

    /// <summary>Creates the template.</summary>
    public static async Task<KillTemplate> MakeAsync()
    {
        var template = new KillTemplate();
        await template.MakeShopAsync();
        await template.WriteLargeFileAsync();
        await template.MakeBackupAsync();
        return template;
    }

    /// <summary>Copies a folder with all that is in it.</summary>
    public static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var folder in Directory.EnumerateDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }

        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _temp.Dispose();

    private async Task MakeShopAsync()
    {
        await using (var house = await RunHouse.OpenAsync(withShop: true, Root))
        {
            await house.StartAsync();
            Published = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick, publish: true, CancellationToken.None)).Value;
            Unpublished = (await house.Service.StartAsync(Actors.Ana, RunHouse.Quick with { Seed = 2 }, publish: false, CancellationToken.None)).Value;
            await house.WaitForAsync(Unpublished, RunState.Succeeded);
        }

        // A first start creates the accounts and the keys.
        await using (await ServerProcess.Start(Root).ReadyAsync())
        {
        }

        Settle(Root);
        State = await FolderState.ReadAsync(new DataFolder(Root));
        Settle(Root);
    }

    private async Task WriteLargeFileAsync()
    {
        await using var file = new StreamWriter(LargeFile);
        await file.WriteLineAsync("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        for (var row = 0; row < LargeRows; row++)
        {
            await file.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{900_000 + row},A,Mug,2,2025-0{1 + (row % 9)}-02,1.50,c{row % 999},Brazil"));
        }
    }

    private async Task MakeBackupAsync()
    {
        var folder = new DataFolder(_temp.Combine("other"));
        Copy(Root, folder.Root);
        await File.WriteAllTextAsync(_temp.Combine("more.csv"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2025-01-02,1.50,17,France\n");
        var (store, imports, ledger) = (new RunStore(folder.Database), new ImportStore(folder.Database), new SalesLedger(folder.Ledger));
        using var registry = new ImportRegistry(ledger, imports, TimeProvider.System);
        await registry.RecordAsync(await ledger.ImportAsync(_temp.Combine("more.csv"), ImportOptions.Default, TimeProvider.System.GetUtcNow(), null, CancellationToken.None), "ana", CancellationToken.None);
        await store.SaveAsync(SampleResults.Of(60));
        var options = new DbContextOptionsBuilder<PeopleContext>();
        PeopleContext.Configure(options, folder);
        await using (var people = new PeopleContext(options.Options))
        {
            people.Users.Add(new Person { DisplayName = "Rui", Role = Roles.Viewer, Email = "rui@shop.example", UserName = "rui@shop.example", NormalizedEmail = "RUI@SHOP.EXAMPLE", NormalizedUserName = "RUI@SHOP.EXAMPLE" });
            await people.SaveChangesAsync();
        }

        await new BackupWriter(folder, imports, new DatabaseCopy(folder.Database), ledger, new DiskSpace(folder), new AccountTables(), TimeProvider.System).WriteAsync(Backup, CancellationToken.None);
        BackupState = await FolderState.ReadAsync(folder);
        store.ReleaseFile();
    }

    /// <summary>Puts the database into one file, because copies of two files could be from two moments.</summary>
    private static void Settle(string root) => new RunStore(Path.Combine(root, "insiders.db")).ReleaseFile();
}
