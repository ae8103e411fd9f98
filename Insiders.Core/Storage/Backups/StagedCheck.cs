using Insiders.Core.Application.Access;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage.Backups;

/// <summary>Checks that a staged data folder can be served before it replaces the current one.</summary>
public static class StagedCheck
{
    /// <summary>Migrates the staged database to the current schema and reads from it what the site reads.</summary>
    /// <param name="staged">The staged data folder, which is not being served.</param>
    /// <param name="accounts">The tables of accounts.</param>
    /// <param name="cancellationToken">Cancels the check.</param>
    /// <returns>Counts of what it holds.</returns>
    /// <exception cref="BackupRefusedException">The folder cannot be served; the message says why.</exception>
    public static async Task<BackupCounts> CheckAsync(DataFolder staged, IAccountTables accounts, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(staged);
        try
        {
            await new DatabaseCopy(staged.Database).CheckAsync(staged.Database, cancellationToken);
            ThrowUnless(
                await Database(staged, accounts).FindStateAsync(cancellationToken) is not (SchemaState.Newer or SchemaState.Foreign), ProblemCode.BackupNewer);
            await Database(staged, accounts).MigrateAsync(cancellationToken);
            await CompareTablesAsync(staged, accounts, cancellationToken);
            await ReadSettingsAsync(staged, accounts, cancellationToken);
            await ReadResultsAsync(staged, cancellationToken);
            ThrowUnless(await accounts.HasAdminAsync(staged, cancellationToken), ProblemCode.BackupNoAdmin);
            return await DatabaseCounts.ReadAsync(staged.Database, new SalesLedger(staged.Ledger).Imports(), cancellationToken);
        }
        catch (InvalidDataException refusal) when (!StoreRefusal.IsFull(refusal))
        {
            throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnreadable, refusal.Message), refusal);
        }
        catch (Exception refusal) when (refusal is SqliteException or DbUpdateException or InvalidOperationException or FormatException or ArgumentException && !StoreRefusal.IsFull(refusal))
        {
            throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnreadable, refusal.GetBaseException().Message), refusal);
        }
        finally
        {
            new RunStore(staged.Database).ReleaseFile();
        }
    }

    private static ApplicationDatabase Database(DataFolder folder, IAccountTables accounts) => new(folder, new RunStore(folder.Database), accounts);

    /// <summary>Compares the tables with those of a newly created database, because a recorded migration does not prove that its tables exist.</summary>
    private static async Task CompareTablesAsync(DataFolder staged, IAccountTables accounts, CancellationToken cancellationToken)
    {
        var empty = new DataFolder(Path.Combine(staged.Root, "empty"));
        try
        {
            await Database(empty, accounts).MigrateAsync(cancellationToken);
            var present = await ColumnsAsync(staged.Database, cancellationToken);
            if ((await ColumnsAsync(empty.Database, cancellationToken)).FirstOrDefault(column => !present.Contains(column)) is { } missing)
            {
                throw new BackupRefusedException(Problem.Of(ProblemCode.BackupUnreadable, missing));
            }
        }
        finally
        {
            new RunStore(empty.Database).ReleaseFile();
            Directory.Delete(empty.Root, recursive: true);
        }
    }

    private static async Task<HashSet<string>> ColumnsAsync(string database, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT tables.name || '.' || columns.name || ' ' || columns.type FROM sqlite_master AS tables, pragma_table_info(tables.name) AS columns WHERE tables.type = 'table'";
        var columns = new HashSet<string>(StringComparer.Ordinal);
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        while (await row.ReadAsync(cancellationToken))
        {
            columns.Add(row.GetString(0));
        }

        return columns;
    }

    private static async Task ReadSettingsAsync(DataFolder staged, IAccountTables accounts, CancellationToken cancellationToken)
    {
        var settings = new SettingsService(new SettingsStore(staged.Database), new AccessCheck(accounts.AccountsOf(staged)), TimeProvider.System);
        try
        {
            await settings.ReadAllAsync(cancellationToken);
        }
        catch (Exception unreadable) when (unreadable is not (OperationCanceledException or SqliteException))
        {
            throw new BackupRefusedException(Problem.Of(ProblemCode.BackupSettings, unreadable.Message), unreadable);
        }
    }

    private static async Task ReadResultsAsync(DataFolder staged, CancellationToken cancellationToken)
    {
        var store = new RunStore(staged.Database);
        foreach (var run in await store.ListRunsAsync(cancellationToken))
        {
            await store.FindRunAsync(run.Id, cancellationToken);
        }

        if (await store.FindPublishedResultAsync(cancellationToken) is { } published)
        {
            _ = new CustomerTable(await store.ReadCustomersAsync(published.Run.Run.Id, cancellationToken), published.Run.Segments);
        }

        await new ImportStore(staged.Database).ListImportsAsync(cancellationToken);
        await new ImportJobStore(staged.Database).ListAsync(cancellationToken);
        await new AuditLog(staged.Database).ListAsync(0, 1, cancellationToken);
    }

    private static void ThrowUnless(bool holds, ProblemCode code)
    {
        if (!holds)
        {
            throw new BackupRefusedException(Problem.Of(code));
        }
    }
}
