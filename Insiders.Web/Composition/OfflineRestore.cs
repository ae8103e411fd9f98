using System.Globalization;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Backups;
using Insiders.Web.Account;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Composition;

/// <summary>Creates a data folder from a backup while no site serves it.</summary>
public static class OfflineRestore
{
    /// <summary>Checks the backup and creates the folder from it.</summary>
    /// <param name="file">The backup.</param>
    /// <param name="folder">The folder; it must be empty or not exist.</param>
    /// <param name="output">Receives a summary of what was restored.</param>
    /// <param name="error">Receives what is left to do.</param>
    /// <param name="cancellationToken">Cancels before anything is replaced.</param>
    /// <exception cref="RefusedException">The backup or the folder cannot be used; the message says why.</exception>
    public static async Task RunAsync(string file, DataFolder folder, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        try
        {
            PrivateFiles.Guard(folder);
            using var held = new DataFolderLock(folder, TimeProvider.System);
            held.Acquire();
            var staged = new StagedRestore(folder, new AccountTables(), TimeProvider.System);
            if (staged.IsPending)
            {
                // An earlier restore was interrupted after it was committed.
                await staged.CarryOutAsync();
                await output.WriteLineAsync($"An interrupted restore to {folder.Root} is now complete.");
                return;
            }

            if (Directory.EnumerateFileSystemEntries(folder.Root).FirstOrDefault(path => !DataFolderLock.Owns(path) && !staged.Owns(path)) is { } present)
            {
                throw new RefusedException($"Expected an empty folder, and {folder.Root} holds {Path.GetFileName(present)}: name another one, or restore on the Backup page of the running site.");
            }

            var manifest = await staged.StageAsync(file, cancellationToken);
            await staged.ReplaceAsync(manifest);
            await staged.MoveInAsync();
            var counts = manifest.Counts;
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Restored to {folder.Root}: {counts.SalesRows:N0} rows of sales in {counts.LedgerFiles:N0} imports, {counts.Runs:N0} runs, {counts.People:N0} people."));
            if (manifest.Format == 0)
            {
                await error.WriteLineAsync("The file is only a database: copy the ledger folder that belongs to it into the data folder.");
            }
        }
        catch (BackupRefusedException refusal)
        {
            throw new RefusedException($"{file} cannot be restored: {refusal.Message}", refusal);
        }
        catch (DiskRefusalException refusal)
        {
            throw new RefusedException($"The disk of {folder.Root} has no room for the backup. {refusal.Message}", refusal);
        }
        catch (Exception refusal) when (StoreRefusal.IsFull(refusal))
        {
            throw new RefusedException($"The disk of {folder.Root} is full: make room on it and try again.", refusal);
        }
        catch (Exception refusal) when (refusal is not RefusedException && StoreRefusal.Is(refusal))
        {
            throw new RefusedException($"Cannot write to the folder {folder.Root}: {refusal.GetBaseException().Message.TrimEnd('.')}.", refusal);
        }
    }
}
