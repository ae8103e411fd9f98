using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Ledger;

namespace Insiders.Web.Hosting.Data;

/// <summary>Removes what a killed process left behind: files without a job, drafts, temporary data, parts of uploads and of backups.</summary>
public sealed class Leftovers(DataFolder folder, SalesLedger ledger, IRunSales sales, IStagedRestore staged, IImportJobStore jobs, UploadFolder uploads, ILogger<Leftovers> log)
{
    /// <summary>Removes all leftovers. Called with the folder locked before the site listens, so none of them can be in use.</summary>
    public async Task RemoveAsync(CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(folder.Spill))
            {
                Directory.Delete(folder.Spill, recursive: true);
            }

            // Also removes the journal that the database keeps beside an unfinished copy.
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
            log.LogWarning(refusal, "Some files that a killed process left behind could not be removed; the next start tries again.");
        }
    }
}
