using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Clustering;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Insiders.Core.Storage.Sqlite;

/// <summary>Reads every customer of a run into columns.</summary>
/// <remarks>
/// 200,000 customers have ten million cells. Each is read from SQLite directly, without a data reader that looks up its type again, and goes straight to its
/// place in its column. A run's rows are stored together because they are written in one go, so two connections can each read half of them.
/// </remarks>
internal sealed class CustomerScan
{
    /// <summary>Number of customers from which a second connection pays off.</summary>
    private const int ManyCustomers = 20_000;

    private const int FixedColumns = 7;

    private readonly string[] _ids, _countries;
    private readonly int[] _clusters;
    private readonly long?[] _segments;
    private readonly double[] _x, _y, _silhouettes;
    private readonly double[][] _features;

    private CustomerScan(int customers, int features)
    {
        (_ids, _countries, _clusters, _segments) = (new string[customers], new string[customers], new int[customers], new long?[customers]);
        (_x, _y, _silhouettes) = (new double[customers], new double[customers], new double[customers]);
        _features = [.. Enumerable.Range(0, features).Select(_ => new double[customers])];
    }

    /// <summary>Reads the customers, in ordinal order of their ids.</summary>
    /// <param name="open">Opens a connection.</param>
    /// <param name="runId">The run.</param>
    /// <param name="features">Names of its features, already validated.</param>
    /// <param name="select">The columns: id, country, cluster, segment, two coordinates, silhouette, features; up to the table <c>c</c>.</param>
    /// <param name="cancellationToken">Checked once per thousand customers.</param>
    public static async Task<CustomerColumns> ReadAsync(
        Func<CancellationToken, Task<SqliteConnection>> open, long runId, ImmutableArray<string> features, string select, CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        var (customers, first, last) = Extent(connection, runId);
        if (customers == 0)
        {
            return new CustomerScan(0, features.Length).Columns(features);
        }

        var scan = new CustomerScan(customers, features.Length);
        if (customers < ManyCustomers || last - first + 1 != customers)
        {
            scan.Fill(connection, $"{select} WHERE c.run_id = ?1 AND c.rowid BETWEEN ?2 AND ?3", runId, first, last, 0, customers, cancellationToken);
            return scan.Columns(features);
        }

        // The plus stops SQLite from using the index on runs, because the rows are stored consecutively.
        await using var second = await open(cancellationToken);
        var (sql, half) = ($"{select} WHERE +c.run_id = ?1 AND c.rowid BETWEEN ?2 AND ?3", customers / 2);
        await Task.WhenAll(
            Task.Run(() => scan.Fill(connection, sql, runId, first, first + half - 1, 0, half, cancellationToken), cancellationToken),
            Task.Run(() => scan.Fill(second, sql, runId, first + half, last, half, customers, cancellationToken), cancellationToken));
        return scan.Columns(features);
    }

    private static (int Customers, long First, long Last) Extent(SqliteConnection connection, long runId)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), coalesce(min(rowid), 0), coalesce(max(rowid), 0) FROM run_customers WHERE run_id = $run";
        command.Parameters.AddWithValue("$run", runId);
        using var reader = command.ExecuteReader();
        reader.Read();
        return (reader.GetInt32(0), reader.GetInt64(1), reader.GetInt64(2));
    }

    private void Fill(SqliteConnection connection, string sql, long runId, long first, long last, int place, int end, CancellationToken cancellationToken)
    {
        var handle = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v2(handle, sql, out var statement), handle);
        using (statement)
        {
            raw.sqlite3_bind_int64(statement, 1, runId);
            raw.sqlite3_bind_int64(statement, 2, first);
            raw.sqlite3_bind_int64(statement, 3, last);
            var countries = new Dictionary<string, string>(StringComparer.Ordinal);
            int answer;
            while ((answer = raw.sqlite3_step(statement)) == raw.SQLITE_ROW)
            {
                if (place >= end)
                {
                    throw new InvalidOperationException($"Run {runId} has more customers than were counted before reading.");
                }

                if (place % 1_000 == 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                }

                Keep(statement, place++, countries);
            }

            SqliteException.ThrowExceptionForRC(answer == raw.SQLITE_DONE ? raw.SQLITE_OK : answer, handle);
        }
    }

    private void Keep(sqlite3_stmt statement, int place, Dictionary<string, string> countries)
    {
        _ids[place] = raw.sqlite3_column_text(statement, 0).utf8_to_string();
        var country = raw.sqlite3_column_text(statement, 1).utf8_to_string();
        _countries[place] = countries.TryGetValue(country, out var shared) ? shared : countries[country] = country;
        _clusters[place] = IsNull(2) ? Partition.Noise : raw.sqlite3_column_int(statement, 2);
        _segments[place] = IsNull(3) ? null : raw.sqlite3_column_int64(statement, 3);
        _x[place] = raw.sqlite3_column_double(statement, 4);
        _y[place] = raw.sqlite3_column_double(statement, 5);
        _silhouettes[place] = IsNull(6) ? double.NaN : raw.sqlite3_column_double(statement, 6);
        for (var i = 0; i < _features.Length; i++)
        {
            _features[i][place] = raw.sqlite3_column_double(statement, FixedColumns + i);
        }

        bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;
    }

    private CustomerColumns Columns(ImmutableArray<string> features)
    {
        // Rows come in the order they were written, nearly always by id. SQLite's collation compares UTF-8 bytes, which differs from .NET's ordinal order outside the basic plane.
        var order = Enumerable.Range(0, _ids.Length).ToArray();
        var isSorted = true;
        for (var i = 1; i < _ids.Length && isSorted; i++)
        {
            isSorted = string.CompareOrdinal(_ids[i - 1], _ids[i]) < 0;
        }

        if (!isSorted)
        {
            Array.Sort(order, (one, other) => string.CompareOrdinal(_ids[one], _ids[other]));
        }

        return new CustomerColumns(
            Sorted(_ids), Sorted(_countries), Sorted(_clusters), Sorted(_segments), Sorted(_x), Sorted(_y), Sorted(_silhouettes), features, [.. _features.Select(Sorted)]);

        ImmutableArray<T> Sorted<T>(T[] column) => ImmutableCollectionsMarshal.AsImmutableArray(isSorted ? column : [.. order.Select(place => column[place])]);
    }
}
