using Insiders.Core.Application.Backups;
using Insiders.Core.Ledger;
using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage.Backups;

/// <summary>Counts what a database and a ledger hold.</summary>
public static class DatabaseCounts
{
    /// <summary>Reads the counts.</summary>
    /// <param name="database">Full path of a database that nothing writes to.</param>
    /// <param name="sales">The imports in the ledger.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public static async Task<BackupCounts> ReadAsync(string database, IReadOnlyList<LedgerImport> sales, CancellationToken cancellationToken)
    {
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = database, Pooling = false, Mode = SqliteOpenMode.ReadWrite }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT (SELECT COUNT(*) FROM imports), (SELECT COUNT(*) FROM runs), (SELECT COUNT(*) FROM people)";
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new BackupCounts(row.GetInt64(0), sales.Count, sales.Sum(import => import.RowsLoaded), row.GetInt64(1), row.GetInt64(2));
    }
}
