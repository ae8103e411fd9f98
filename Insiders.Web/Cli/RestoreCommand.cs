using System.CommandLine;
using System.Globalization;
using Insiders.Core.Application.Disk;
using Insiders.Core.Problems;
using Insiders.Web.Hosting.Backups;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Cli;

/// <summary>The verb that makes a data folder of a backup.</summary>
public static class RestoreCommand
{
    private static readonly Argument<string> s_file = new("FILE") { Description = "A backup: the whole one (.zip), or a database (.db) as earlier versions made them." };

    private static readonly Option<string> s_data = new("--data") { HelpName = "DIR", Description = "The folder to make of it; it must be empty or not there.", Required = true };

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("restore", "Checks a backup and makes a data folder of it.") { s_file, s_data };
        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var file = parsed.GetRequiredValue(s_file);
        var folder = new DataFolder(parsed.GetRequiredValue(s_data));
        if (!File.Exists(file))
        {
            throw new RefusedException($"Expected a backup, and there is none at {file}.");
        }

        try
        {
            PrivateFiles.Guard(folder);
            using var held = new DataFolderLock(folder, TimeProvider.System);
            held.Acquire();
            var staged = new StagedRestore(folder, TimeProvider.System);
            if (staged.IsPending)
            {
                // A restore that was cut off when all was checked and decided.
                await staged.CarryOutAsync();
                await parsed.InvocationConfiguration.Output.WriteLineAsync($"A restore to {folder.Root} that was cut off is now complete.");
                return ExitCode.Done;
            }

            if (Directory.EnumerateFileSystemEntries(folder.Root).FirstOrDefault(path => !DataFolderLock.Owns(path) && !staged.Owns(path)) is { } present)
            {
                throw new RefusedException($"Expected an empty folder, and {folder.Root} holds {Path.GetFileName(present)}: name another one, or restore on the page Backup of the running site.");
            }

            var manifest = await staged.StageAsync(file, cancellationToken);
            await staged.ReplaceAsync(manifest);
            await staged.MoveInAsync();
            var counts = manifest.Counts;
            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Restored to {folder.Root}: {counts.SalesRows:N0} rows of sales in {counts.LedgerFiles:N0} imports, {counts.Runs:N0} runs, {counts.People:N0} people."));
            if (manifest.Format == 0)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("The file is a database only: copy the folder ledger that belongs to it into the data folder.");
            }

            return ExitCode.Done;
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
