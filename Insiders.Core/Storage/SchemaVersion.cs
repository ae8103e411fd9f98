using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage;

/// <summary>The newest migration that a program knows of some tables, and where the database remembers whether it had it.</summary>
/// <param name="HistoryTable">The table that remembers migrations.</param>
/// <param name="NewestMigration">Migrations are applied in order: a database that had the newest one had all.</param>
public sealed record SchemaVersion(string HistoryTable, string NewestMigration)
{
    /// <summary>Whether a database has every table as this program knows it.</summary>
    /// <param name="databasePath">Full path; the file need not be there, and is not made.</param>
    /// <param name="versions">What the program knows.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Asked of the file itself. To ask a context, EF Core builds its whole model first: that took a start longer than all its other work.</remarks>
    public static async Task<bool> IsCurrentAsync(string databasePath, IReadOnlyList<SchemaVersion> versions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (!File.Exists(databasePath))
        {
            return false;
        }

        await using var connection = await new DatabaseFile(databasePath).OpenAsync(cancellationToken);
        foreach (var version in versions)
        {
            if (!await version.IsInAsync(connection, cancellationToken))
            {
                return false;
            }
        }

        return true;
    }

    private async Task<bool> IsInAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT COUNT(*) FROM sqlite_master WHERE name = $table";
        command.Parameters.AddWithValue("$table", HistoryTable);
        command.Parameters.AddWithValue("$migration", NewestMigration);
        if (await command.ExecuteScalarAsync(cancellationToken) is 0L)
        {
            return false;
        }

#pragma warning disable CA2100 // The name of a table is a constant of a context.
        command.CommandText = $"SELECT COUNT(*) FROM \"{HistoryTable}\" WHERE MigrationId = $migration";
#pragma warning restore CA2100
        return await command.ExecuteScalarAsync(cancellationToken) is 1L;
    }
}
