using Insiders.Core.Application;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Imports;
using Insiders.Core.Ledger;

namespace Insiders.Core.Storage.Backups;

/// <inheritdoc/>
/// <remarks>The database is copied first. Imports added to the ledger after that are left out, and if an import was undone meanwhile the copy is made again, so that database and ledger agree.</remarks>
public sealed class BackupWriter(DataFolder folder, IImportStore imports, IDatabaseCopy copies, SalesLedger ledger, DiskSpace space, IAccountTables accounts, TimeProvider time) : IBackupWriter
{
    private const int Attempts = 5;

    /// <inheritdoc/>
    public async Task<BackupManifest> WriteAsync(string target, CancellationToken cancellationToken)
    {
        space.Require(space.OfBackup());
        folder.Make(folder.Spill);
        var database = Path.Combine(folder.Spill, $"{Path.GetFileName(target)}.db");
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                File.Delete(database);
                await copies.WriteAsync(database, cancellationToken);
                return await WriteAsync(target, database, cancellationToken);
            }
            catch (FileNotFoundException) when (attempt < Attempts)
            {
                // An import was undone after the database was copied: copy it again.
            }
            finally
            {
                File.Delete(database);
            }
        }
    }

    /// <inheritdoc/>
    public string NewPath(string? why) => BackupName.In(folder.Backups, why, time.GetUtcNow(), ".zip");

    private async Task<BackupManifest> WriteAsync(string target, string database, CancellationToken cancellationToken)
    {
        var copy = new RunStore(database);
        try
        {
            var listed = (await new ImportStore(database).ListImportsAsync(cancellationToken)).Where(import => import.UndoneAt is null).Select(import => import.Id).ToHashSet(StringComparer.Ordinal);
            LedgerImport[] sales = [.. ledger.Imports().Where(import => listed.Contains(import.Id))];
            if (sales.Length < listed.Count && (await imports.ListImportsAsync(cancellationToken)).Any(import => import.UndoneAt is not null && listed.Contains(import.Id)))
            {
                throw new FileNotFoundException("An import was undone while the backup was being made.");
            }

            var counts = await DatabaseCounts.ReadAsync(database, sales, cancellationToken);
            var included = sales.Select(import => import.Id).ToHashSet(StringComparer.Ordinal);
            (string, string)[] files =
            [
                ("insiders.db", database),
                .. Files(folder.Ledger, "ledger", name => included.Contains(name.Split('.')[0]) && !name.EndsWith(".tmp", StringComparison.Ordinal)),
                .. Files(folder.Sales, "sales", name => name.EndsWith(".parquet", StringComparison.Ordinal)),
                .. Files(folder.Runs, "runs", name => name.EndsWith(".log", StringComparison.Ordinal)),
                .. Files(folder.Uploads, "uploads", name => !name.EndsWith(DataFolder.Unfinished, StringComparison.Ordinal)),
                .. Files(folder.Keys, "keys", name => name.EndsWith(".xml", StringComparison.Ordinal)),
            ];
            return await BackupArchive.WriteAsync(
                target,
                files,
                written => new BackupManifest
                {
                    Format = BackupManifest.CurrentFormat,
                    Program = ProductVersion.Text,
                    MadeAt = time.GetUtcNow(),
                    Schema = [RunStore.Schema.NewestMigration, accounts.Schema.NewestMigration],
                    Counts = counts,
                    Files = [.. written],
                },
                cancellationToken);
        }
        finally
        {
            copy.ReleaseFile();
        }
    }

    private static IEnumerable<(string, string)> Files(string folder, string name, Func<string, bool> wanted)
        => from path in Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : []
           let file = Path.GetFileName(path)
           where wanted(file)
           orderby file
           select ($"{name}/{file}", path);
}
