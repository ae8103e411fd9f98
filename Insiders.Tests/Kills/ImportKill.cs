using Insiders.Core.Application.Imports;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Kills;

/// <summary>The import of a large file, with a small one queued behind it.</summary>
/// <param name="site">Its data folder.</param>
public sealed class ImportKill(KilledSite site) : KillScenario(site)
{
    private const string Large = "large";
    private const string Small = "small";

    private IReadOnlyList<string> _wereRunning = [];

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
    public override async Task KillAsync()
    {
        await base.KillAsync();
        _wereRunning = [.. (await Site.Jobs.ListAsync(CancellationToken.None)).Where(job => job.State == ImportJobState.Running).Select(job => job.Id)];
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> FindFaultsAsync(bool wasDone)
        => [.. await FindFaultsAsync(Large, KillTemplate.LargeRows), .. await FindFaultsAsync(Small, 1)];

    /// <summary>Either all of a file is in the ledger, or nothing of it if it was being read at the kill; in that case it is marked as interrupted and its file still exists.</summary>
    private async Task<IEnumerable<string>> FindFaultsAsync(string id, long rows)
    {
        var (job, name) = (await FindAsync(id), id + ".csv");
        var loaded = Site.Ledger.Imports().Where(import => import.FileName == name).Sum(import => import.RowsLoaded);
        var audited = (await Site.Audit.ListAsync(0, 1_000, CancellationToken.None)).Entries.Where(entry => entry.Action.StartsWith("import.", StringComparison.Ordinal) && entry.Detail == name).ToArray();
        var isCutOff = job.State == ImportJobState.Interrupted && _wereRunning.Contains(id);
        return
        [
            .. (isCutOff && loaded == 0) || (job.State == ImportJobState.Succeeded && loaded == rows) ? Array.Empty<string>() : [$"the import of {name} is {job.State} with {loaded} rows in the ledger"],
            .. !isCutOff || File.Exists(Path.Combine(Site.Folder.Uploads, id + ".upload")) ? [] : new[] { $"{name} is gone" },
            .. audited is [{ Actor: SignedIn.AdminEmail } entry] && entry.Action == (isCutOff ? "import.interrupted" : "import.loaded") ? []
                : new[] { $"of {name} the audit has {string.Join(", ", audited.Select(entry => $"{entry.Actor} {entry.Action}"))}" },
            .. from import in await Site.Imports.ListImportsAsync(CancellationToken.None)
               where import.FileName == name && import.ImportedBy != SignedIn.AdminEmail
               select $"{name} was imported by {import.ImportedBy}",
        ];
    }

    private async Task<ImportJob> FindAsync(string id) => (await Site.Jobs.FindAsync(id, CancellationToken.None))!;
}
