using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>
/// The statements on <c>run_customers</c>: one row per customer and run, one REAL column per feature. A new feature
/// gets its column with the first run that has it (decision 0004).
/// </summary>
internal static partial class RunCustomerRows
{
    private const string Revenue = "gross_revenue";

    private static readonly ImmutableArray<string> s_fixedColumns =
        ["run_id", "customer_id", "country", "cluster", "segment_id", "map_x", "map_y", "silhouette", "reason"];

    /// <summary>Writes every customer of a result with one prepared statement.</summary>
    public static void Insert(
        SqliteConnection connection, SqliteTransaction transaction, long runId, SegmentationResult result, long[] segmentIds, CancellationToken cancellationToken)
    {
        var features = result.Features;
        AddMissingColumns(connection, transaction, features.Definitions.Select(definition => definition.Name));

        string[] columns = [.. s_fixedColumns.SkipLast(1), .. features.Definitions.Select(definition => definition.Name)];
        using var command = Command(connection, string.Create(
            CultureInfo.InvariantCulture,
            $"INSERT INTO run_customers ({string.Join(", ", columns.Select(Quoted))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"?{i + 1}"))})"));
        command.Transaction = transaction;
        var parameters = columns.Select((_, i) => command.Parameters.AddWithValue(string.Create(CultureInfo.InvariantCulture, $"?{i + 1}"), DBNull.Value)).ToArray();
        command.Prepare();
        parameters[0].Value = runId;
        for (var i = 0; i < features.Customers; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var cluster = result.Clusters.Labels[i];
            var segment = result.SegmentOf[i];
            parameters[1].Value = features.CustomerIds[i];
            parameters[2].Value = features.Countries[i];
            parameters[3].Value = cluster == Partition.Noise ? DBNull.Value : cluster;
            parameters[4].Value = segment == Partition.Noise ? DBNull.Value : segmentIds[segment];
            parameters[5].Value = result.Coordinates[i, 0];
            parameters[6].Value = result.Coordinates[i, 1];
            parameters[7].Value = double.IsNaN(result.CustomerSilhouettes[i]) ? DBNull.Value : result.CustomerSilhouettes[i];
            var values = features.Values.Row(i);
            for (var feature = 0; feature < values.Length; feature++)
            {
                parameters[8 + feature].Value = values[feature];
            }

            command.ExecuteNonQuery();
        }
    }

    /// <summary>The median revenue of the customers of some segments; 0 when there are none.</summary>
    public static async Task<double> ReadMedianRevenueAsync(InsidersContext context, long runId, ImmutableArray<long> segmentIds, CancellationToken cancellationToken)
    {
        await context.Database.OpenConnectionAsync(cancellationToken);
        var ids = string.Join(", ", segmentIds.Select(id => id.ToString(CultureInfo.InvariantCulture)));
        using var command = Command((SqliteConnection)context.Database.GetDbConnection(), $"SELECT {Revenue} FROM run_customers WHERE run_id = $run AND segment_id IN ({ids})");
        command.Parameters.AddWithValue("$run", runId);
        var values = new List<double>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            values.Add(reader.GetDouble(0));
        }

        return values.Count == 0 ? 0 : GroupProfiles.Median([.. values]);
    }

    /// <summary>Removes what a run's customers have besides country, cluster, segment and revenue, by which merged segments are still described.</summary>
    /// <remarks>Rows are deleted and inserted again, because shortening them in place would free no page.</remarks>
    public static void RemoveFigures(SqliteConnection connection, SqliteTransaction transaction, long runId)
    {
        string[] kept = ["run_id", "customer_id", "country", "cluster", "segment_id", "reason", Revenue];
        var names = string.Join(", ", kept.Select(Quoted));
        foreach (var sql in (string[])
        [
            $"CREATE TEMP TABLE kept_customers AS SELECT {names} FROM run_customers WHERE run_id = $run ORDER BY rowid",
            "DELETE FROM run_customers WHERE run_id = $run",
            $"INSERT INTO run_customers ({names}, map_x, map_y) SELECT {names}, 0, 0 FROM kept_customers ORDER BY rowid",
            "DROP TABLE kept_customers",
        ])
        {
            using var command = Command(connection, sql);
            command.Transaction = transaction;
            command.Parameters.AddWithValue("$run", runId);
            command.ExecuteNonQuery();
        }
    }

    /// <summary>The bytes that <see cref="RemoveFigures"/> frees per customer, from a sample; 0 when the run has no customers.</summary>
    /// <remarks>SQLite stores a number without decimals in 0 to 8 bytes, depending on its size, and any other in 8.</remarks>
    public static double RemovableBytes(SqliteConnection connection, long runId, ImmutableArray<string> features)
    {
        const int Sample = 500;
        string[] columns = ["map_x", "map_y", "silhouette", .. features.Where(name => name != Revenue)];
        using var command = Command(connection, $"SELECT {string.Join(", ", columns.Select(Quoted))} FROM run_customers WHERE run_id = $run LIMIT {Sample.ToString(CultureInfo.InvariantCulture)}");
        command.Parameters.AddWithValue("$run", runId);
        var (rows, bytes) = (0, 0L);
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            rows++;
            for (var column = 0; column < columns.Length; column++)
            {
                bytes += reader.IsDBNull(column) ? 0 : StoredBytes(reader.GetDouble(column));
            }
        }

        return rows == 0 ? 0 : (double)bytes / rows;
    }

    private static int StoredBytes(double value) => Math.Abs(value) is var size && (size >= 1L << 47 || size != Math.Floor(size)) ? 8
        : value is 0 or 1 ? 0 : size < 1 << 7 ? 1 : size < 1 << 15 ? 2 : size < 1 << 23 ? 3 : size < 1L << 31 ? 4 : 6;

    /// <summary>The segment of a customer by run; null for noise.</summary>
    public static async Task<Dictionary<long, long?>> ReadSegmentsAsync(SqliteConnection connection, string customerId, CancellationToken cancellationToken)
    {
        using var command = Command(connection, "SELECT run_id, segment_id FROM run_customers WHERE customer_id = $customer");
        command.Parameters.AddWithValue("$customer", customerId);
        var segments = new Dictionary<long, long?>();
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            segments.Add(reader.GetInt64(0), reader.IsDBNull(1) ? null : reader.GetInt64(1));
        }

        return segments;
    }

    private static void AddMissingColumns(SqliteConnection connection, SqliteTransaction transaction, IEnumerable<string> names)
    {
        var present = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        using (var command = Command(connection, "SELECT name FROM pragma_table_info('run_customers')"))
        {
            command.Transaction = transaction;
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                present.Add(reader.GetString(0));
            }
        }

        var seen = new HashSet<string>(s_fixedColumns, StringComparer.OrdinalIgnoreCase);
        foreach (var name in names)
        {
            if (!ColumnName().IsMatch(name) || !seen.Add(name))
            {
                throw new ArgumentException($"A feature called '{name}' cannot be stored: a name consists of letters, digits and underscores, is unique, and is none of {string.Join(", ", s_fixedColumns)}.", nameof(names));
            }

            if (present.Add(name))
            {
                using var command = Command(connection, $"ALTER TABLE run_customers ADD COLUMN {Quoted(name)} REAL NULL");
                command.Transaction = transaction;
                command.ExecuteNonQuery();
            }
        }
    }

    /// <summary>The columns of a customer, features last, up to the table <c>c</c>.</summary>
    public static string Select(ImmutableArray<string> features)
        => $"SELECT c.customer_id, c.country, c.cluster, c.segment_id, c.map_x, c.map_y, c.silhouette, {string.Join(", ", features.Select(name => "c." + Quoted(name)))} FROM run_customers AS c";

    private static SqliteCommand Command(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Column names are checked and quoted; values are parameters.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string Quoted(string name) => $"\"{name}\"";

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_]*$")]
    private static partial Regex ColumnName();
}
