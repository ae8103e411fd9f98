using Insiders.Core.Application.Disk;
using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>Reads from a database file which migrations were applied to it.</summary>
public static class SchemaCheck
{
    /// <summary>Compares a database's tables with the schema of this program.</summary>
    /// <param name="databasePath">Full path; the file need not exist and is not created.</param>
    /// <param name="versions">The program's schema versions.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Reads the file directly. Asking a context makes EF Core build its whole model, which took longer at start than everything else.</remarks>
    public static async Task<SchemaState> FindStateAsync(string databasePath, IReadOnlyList<SchemaVersion> versions, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (!File.Exists(databasePath))
        {
            return SchemaState.Incomplete;
        }

        await using var connection = await new DatabaseFile(databasePath).OpenAsync(cancellationToken);
        var state = SchemaState.Current;
        var isKnown = false;
        foreach (var version in versions)
        {
            var applied = await ListAppliedAsync(connection, version.HistoryTable, cancellationToken);
            isKnown |= applied.Count > 0;
            if (applied.Any(migration => string.CompareOrdinal(migration, version.NewestMigration) > 0))
            {
                return SchemaState.Newer;
            }

            if (applied.Contains(version.NewestMigration))
            {
                continue;
            }

            if (applied.Count > 0)
            {
                return SchemaState.Outdated;
            }

            state = SchemaState.Incomplete;
        }

        // A start that was killed leaves a file without tables, or with an empty migration history.
        var foreign = await StoredRow.ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", row => row.Text("name"), cancellationToken);
        return !isKnown && foreign.Exists(name => !name.StartsWith("__", StringComparison.Ordinal)) ? SchemaState.Foreign : state;
    }

    private static async Task<List<string>> ListAppliedAsync(SqliteConnection connection, string historyTable, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT name FROM sqlite_master WHERE name = ?1", row => row.Text("name"), cancellationToken, historyTable) is []
            ? []
            : await StoredRow.ReadAsync(connection, $"SELECT MigrationId FROM \"{historyTable}\"", row => row.Text("MigrationId"), cancellationToken);
}
