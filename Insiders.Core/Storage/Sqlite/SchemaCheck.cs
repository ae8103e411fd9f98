using Insiders.Core.Application.Disk;
using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>Asks a database file which migrations it had.</summary>
public static class SchemaCheck
{
    /// <summary>How a database stands to the tables that this program knows.</summary>
    /// <param name="databasePath">Full path; the file need not be there, and is not made.</param>
    /// <param name="versions">What the program knows.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    /// <remarks>Asked of the file itself. To ask a context, EF Core builds its whole model first: that took a start longer than all its other work.</remarks>
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

        // A start that was killed leaves a file without tables, or with the empty history of migrations.
        var foreign = await StoredRow.ReadAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'", row => row.Text("name"), cancellationToken);
        return !isKnown && foreign.Exists(name => !name.StartsWith("__", StringComparison.Ordinal)) ? SchemaState.Foreign : state;
    }

    private static async Task<List<string>> ListAppliedAsync(SqliteConnection connection, string historyTable, CancellationToken cancellationToken)
        => await StoredRow.ReadAsync(connection, "SELECT name FROM sqlite_master WHERE name = ?1", row => row.Text("name"), cancellationToken, historyTable) is []
            ? []
            : await StoredRow.ReadAsync(connection, $"SELECT MigrationId FROM \"{historyTable}\"", row => row.Text("MigrationId"), cancellationToken);
}
