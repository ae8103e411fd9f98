using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Ledger;

namespace Insiders.Web.Hosting.Data;

/// <summary>Removes what a killed process left behind: files without a job, drafts, spilled memory, parts of uploads and of backups.</summary>
public sealed class Leftovers(DataFolder folder, SalesLedger ledger, IRunSales sales, IStagedRestore staged, IImportJobStore jobs, UploadFolder uploads, ILogger<Leftovers> log)
{
    /// <summary>Removes all of it. Called before the site listens, with the folder locked: nothing of it can be in use.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(folder.Spill))
            {
                Directory.Delete(folder.Spill, recursive: true);
            }

            // With a part, the journal that the database keeps beside it while it is written.
            foreach (var part in Directory.Exists(folder.Backups) ? Directory.EnumerateFiles(folder.Backups, "*" + DataFolder.Unfinished + "*") : [])
            {
                File.Delete(part);
            }

            staged.Discard();
            sales.RemoveDrafts();
            uploads.RemoveUnknown(await jobs.ListAsync(cancellationToken));
            await ledger.RemoveLeftoversAsync(cancellationToken);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            log.LogWarning(refusal, "Not all that a killed process left behind could be removed; the next start tries again.");
        }
    }
}
