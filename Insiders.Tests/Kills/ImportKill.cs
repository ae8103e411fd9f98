using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Kills;

/// <summary>A large file on its way into the ledger, and a small one in line behind it.</summary>
/// <param name="site">Its data folder.</param>
public sealed class ImportKill(KilledSite site) : KillScenario(site)
{
    private const string Large = "large";
    private const string Small = "small";

    /// <inheritdoc/>
    public override async Task PrepareAsync()
    {
        Directory.CreateDirectory(Site.Folder.Uploads);
        File.Copy(Site.Template.LargeFile, Path.Combine(Site.Folder.Uploads, Large + ".upload"));
        await File.WriteAllTextAsync(
            Path.Combine(Site.Folder.Uploads, Small + ".upload"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2025-01-02,1.50,17,France\n");
        var now = TimeProvider.System.GetUtcNow();
        await Site.Jobs.SaveAsync(new ImportJob(Large, "large.csv", ImportJobState.Queued, SignedIn.AdminEmail, now.AddSeconds(-2)), CancellationToken.None);
        await Site.Jobs.SaveAsync(new ImportJob(Small, "small.csv", ImportJobState.Queued, SignedIn.AdminEmail, now.AddSeconds(-1)), CancellationToken.None);
    }

    /// <inheritdoc/>
    public override async Task BeginAsync()
    {
        Site.Launch();
        await Until.TrueAsync(async () => (await FindAsync(Large)).State != ImportJobState.Queued, "The import began.");
    }

    /// <inheritdoc/>
    public override Task WorkAsync(CancellationToken killed)
        => Until.TrueAsync(async () => (await FindAsync(Large)).State == ImportJobState.Succeeded, "The import succeeded.", killed);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
    {
        var (large, small) = (await FindAsync(Large), await FindAsync(Small));
        var rows = Site.Ledger.Imports().Where(import => import.FileName == "large.csv").Sum(import => import.RowsLoaded);
        var audited = (await Site.Audit.ListAsync(0, 1_000, CancellationToken.None)).Entries.Where(entry => entry.Action.StartsWith("import.", StringComparison.Ordinal) && entry.Detail == "large.csv").ToArray();
        var expected = large.State == ImportJobState.Succeeded ? "import.loaded" : "import.interrupted";
        return
        [
            .. (large.State, rows) is (ImportJobState.Succeeded, KillTemplate.LargeRows) || ((large.State, rows) is (ImportJobState.Interrupted, 0) && !wasDone)
                ? Array.Empty<string>() : [$"the import is {large.State} with {rows} rows in the ledger{(wasDone ? ", and was done" : "")}"],
            .. large.State != ImportJobState.Interrupted || File.Exists(Path.Combine(Site.Folder.Uploads, Large + ".upload")) ? [] : new[] { "its file is gone" },
            .. small.State == ImportJobState.Succeeded ? [] : new[] { $"the import in line is {small.State}" },
            .. audited is [{ Actor: SignedIn.AdminEmail } entry] && entry.Action == expected ? [] : new[] { $"the audit has {string.Join(", ", audited.Select(entry => $"{entry.Actor} {entry.Action}"))}" },
            .. from import in await Site.Store.ListImportsAsync(CancellationToken.None)
               where import.FileName is "large.csv" or "small.csv" && import.ImportedBy != SignedIn.AdminEmail
               select $"{import.FileName} was imported by {import.ImportedBy}",
        ];
    }

    private async Task<ImportJob> FindAsync(string id) => (await Site.Jobs.FindAsync(id, CancellationToken.None))!;
}
