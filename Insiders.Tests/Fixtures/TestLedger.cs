using System.Globalization;
using System.IO.Compression;
using System.Text;
using DuckDB.NET.Data;
using Insiders.Core.Ledger;

namespace Insiders.Tests.Fixtures;

/// <summary>Sessions on hand-written ledgers, and on the real ones.</summary>
public static class TestLedger
{
    private static readonly Lazy<string> s_ecommerce = new(() => WriteParquet(
        SharedData.Ecommerce, Encoding.Latin1, 9, "strptime(column4, '%d-%b-%y')"));

    private static readonly Lazy<string> s_onlineRetail = new(() => WriteParquet(SharedData.OnlineRetail, Encoding.UTF8, 8, "CAST(column4 AS TIMESTAMP)"));

    /// <summary>The study's ledger as a Parquet file in the schema of the product.</summary>
    public static string Ecommerce => s_ecommerce.Value;

    /// <summary>The same sales as first published, with times.</summary>
    public static string OnlineRetail => s_onlineRetail.Value;

    /// <summary>A session on rows written by hand.</summary>
    public static LedgerSession Of(IEnumerable<SaleRow> rows, int threads = 2)
    {
        var session = LedgerSession.Open([], threads, 1_000, null);
        using var appender = session.Connection.CreateAppender(LedgerSchema.View);
        long line = 2;
        foreach (var row in rows)
        {
            appender.CreateRow().AppendValue(line++).AppendValue(row.Invoice).AppendValue(row.StockCode).AppendValue(row.Description)
                .AppendValue(row.Quantity).AppendValue(row.SoldAt).AppendValue(row.UnitPrice).AppendValue(row.Customer).AppendValue(row.Country).EndRow();
        }

        return session;
    }

    /// <summary>A session on Parquet files.</summary>
    public static LedgerSession Open(string file, int threads = 2) => LedgerSession.Open([file], threads, 2_000, null);

    /// <summary>One value of a query.</summary>
    public static string Scalar(LedgerSession session, string sql) => Rows(session, sql).Single();

    /// <summary>The rows of a query, cells joined by a bar.</summary>
    public static List<string> Rows(LedgerSession session, string sql)
    {
        ArgumentNullException.ThrowIfNull(session);
        using var command = session.Connection.CreateCommand();
#pragma warning disable CA2100 // Tests write their own queries.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))));
        }

        return rows;
    }

    private static string Text(DuckDBDataReader reader, int column)
        => reader.IsDBNull(column) ? "NULL" : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;

    private static string WriteParquet(string gz, Encoding encoding, int columns, string date)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-ledger-").FullName;
        var file = Path.Combine(folder, "ledger.parquet");
        var csv = Path.Combine(folder, "ledger.csv");
        using (var reader = new StreamReader(new GZipStream(File.OpenRead(gz), CompressionMode.Decompress), encoding))
        using (var writer = new StreamWriter(csv))
        {
            for (var read = reader.ReadLine(); read is not null; read = reader.ReadLine())
            {
                writer.Write(read + "\n");
            }
        }

        using var session = LedgerSession.Open([], 2, 2_000, null);
        var names = string.Join(", ", Enumerable.Range(0, columns).Select(i => $"'column{i}'"));
        session.Execute($"""
            COPY (SELECT row_number() OVER () + 1 AS line, column0 AS invoice, column1 AS stock_code, nullif(trim(column2), '') AS description,
                    CAST(column3 AS INTEGER) AS quantity, CAST({date} AS TIMESTAMP) AS sold_at, CAST(column5 AS DECIMAL(18,4)) AS unit_price,
                    nullif(trim(column6), '') AS customer_id, nullif(trim(column7), '') AS country
                FROM read_csv({LedgerSession.Quote(csv)}, all_varchar = true, header = true, delim = ',', quote = '"', names = [{names}], null_padding = true))
            TO {LedgerSession.Quote(file)} (FORMAT parquet)
            """);
        File.Delete(csv);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return file;
    }
}
