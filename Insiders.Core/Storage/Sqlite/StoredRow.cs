using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>A row of a plain SQL statement, read by column name: for what is read before the schema is known to be current.</summary>
internal readonly struct StoredRow(SqliteDataReader reader)
{
    /// <summary>Reads all rows of a statement.</summary>
    /// <param name="connection">An open connection.</param>
    /// <param name="sql">The statement, a constant of the program.</param>
    /// <param name="read">Converts a row.</param>
    /// <param name="cancellationToken">Cancels between rows.</param>
    /// <param name="values">Values of the statement's parameters, in the order of their numbers from <c>?1</c>.</param>
    public static async Task<List<T>> ReadAsync<T>(SqliteConnection connection, string sql, Func<StoredRow, T> read, CancellationToken cancellationToken, params object[] values)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of the stores.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"?{i + 1}"), values[i]);
        }

        var rows = new List<T>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(new StoredRow(reader)));
        }

        return rows;
    }

    public string Text(string column) => reader.GetString(reader.GetOrdinal(column));

    public long Whole(string column) => reader.GetInt64(reader.GetOrdinal(column));
}
