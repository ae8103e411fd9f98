using System.Globalization;
using System.Numerics;
using DuckDB.NET.Data;

namespace Insiders.Core.Ledger;

/// <summary>Keeps of a staged file what earlier imports do not hold, as a multiset.</summary>
/// <remarks>
/// A sale that the file has n times and earlier imports m times is loaded max(0, n − m) times; the first m lines are skipped. Only
/// earlier sales of the file's own days are compared. Grouping, joining and numbering all spill to disk.
/// </remarks>
internal static class SalesDeduplicator
{
    private static readonly string[] s_identity =
        ["invoice", "stock_code", "description", "quantity", "sold_at", "unit_price", "customer_id", "country"];

    /// <summary>Writes the new sales.</summary>
    /// <param name="connection">Any connection.</param>
    /// <param name="staged">The Parquet file of all rows, with <see cref="SalesFeed.HashColumns"/>.</param>
    /// <param name="earlier">The Parquet files of earlier imports.</param>
    /// <param name="span">Earliest and latest sale of the staged file, in microseconds since 1970-01-01.</param>
    /// <param name="target">The Parquet file to write.</param>
    /// <returns>How many rows were skipped, and their fingerprint.</returns>
    public static (long Skipped, LedgerFingerprint Fingerprint) Write(
        DuckDBConnection connection, string staged, IEnumerable<string> earlier, (long First, long Last) span, string target)
    {
        var files = earlier.ToList();
        var hasAmounts = LedgerSession.HasAmounts(connection, [staged]);
        var columns = string.Join(", ", s_identity);
        var sameSale = string.Join(" AND ", s_identity.Select(column => $"arrived.{column} IS NOT DISTINCT FROM known.{column}"));
        var arrived = $"read_parquet({LedgerSession.Quote(staged)})";

        // An amount of its own tells a sale apart; without one it is quantity times price on both sides.
        var withAmounts = hasAmounts || LedgerSession.HasAmounts(connection, files);
        var known = withAmounts && !LedgerSession.HasAmounts(connection, files) ? $"{columns}, NULL::DECIMAL(18,4) AS amount" : withAmounts ? $"{columns}, amount" : columns;
        sameSale += withAmounts ? $" AND {(hasAmounts ? "arrived.amount" : "NULL")} IS NOT DISTINCT FROM known.amount" : "";
        Run(connection, FormattableString.Invariant($"""
            CREATE TEMP TABLE skipped AS
            WITH known AS (
                SELECT {known}, count(*) AS copies FROM {LedgerSession.Files(files)}
                WHERE sold_at BETWEEN make_timestamp({span.First}) AND make_timestamp({span.Last})
                GROUP BY ALL),
            met AS (SELECT arrived.line, arrived.hash_high, arrived.hash_low, known.copies FROM {arrived} AS arrived JOIN known ON {sameSale}),
            numbered AS (SELECT *, row_number() OVER (PARTITION BY hash_high, hash_low ORDER BY line) AS copy FROM met)
            SELECT line, hash_high, hash_low FROM numbered WHERE copy <= copies
            """));
        var (skipped, fingerprint) = Sum(connection);
        var kept = skipped == 0 ? "" : "ANTI JOIN skipped USING (line)";
        Run(connection, $"COPY (SELECT line, {columns}{(hasAmounts ? ", amount" : "")} FROM {arrived} {kept}) TO {LedgerSession.Quote(target)} ({ParquetFormat})");
        return (skipped, fingerprint);
    }

    /// <summary>How every ledger file is written.</summary>
    public const string ParquetFormat = "FORMAT parquet, COMPRESSION zstd, COMPRESSION_LEVEL 1, USE_TMP_FILE false";

    /// <summary>Runs a statement composed of constants, quoted paths and numbers; returns the rows it changed.</summary>
    public static int Run(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Composed from constants, quoted literals and numbers.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteNonQuery();
    }

    private static (long Skipped, LedgerFingerprint Fingerprint) Sum(DuckDBConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*), coalesce(sum(hash_high), 0)::VARCHAR, coalesce(sum(hash_low), 0)::VARCHAR FROM skipped";
        using var row = command.ExecuteReader();
        row.Read();
        var high = BigInteger.Parse(row.GetString(1), CultureInfo.InvariantCulture);
        var low = BigInteger.Parse(row.GetString(2), CultureInfo.InvariantCulture);
        return (row.GetInt64(0), new LedgerFingerprint((UInt128)(((high << 64) + low) & UInt128.MaxValue)));
    }
}
