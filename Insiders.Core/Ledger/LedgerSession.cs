using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>An open, private window on a ledger: an in-memory DuckDB connection whose view <c>sales</c> reads every import's Parquet file.</summary>
/// <remarks>
/// What a session writes (temporary tables of cleaning and features) goes with it; the ledger's files are only read. One
/// session serves one caller at a time.
/// </remarks>
public sealed class LedgerSession : IDisposable
{
    private readonly SpillFolder _spill;

    private LedgerSession(DuckDBConnection connection, SpillFolder spill)
    {
        Connection = connection;
        _spill = spill;
    }

    /// <summary>The connection; the statements of cleaning and features run on it.</summary>
    public DuckDBConnection Connection { get; }

    /// <summary>Of the columns that features are computed from, those that no sale has: its files had none. The code of a product stands for its name too.</summary>
    public ImmutableArray<LedgerColumn> MissingColumns { get; internal set; } = [];

    /// <summary>Opens a session on Parquet files.</summary>
    /// <param name="files">Full paths, possibly none; the schema is <see cref="LedgerSchema.Columns"/>.</param>
    /// <param name="threads">Threads DuckDB may use, at least 1. Results do not depend on it.</param>
    /// <param name="memoryLimitMegabytes">Beyond this much memory DuckDB spills to a folder of its own.</param>
    /// <param name="spillFolder">Where that folder is made, to be gone with the session; null for the system's folder of temporary files.</param>
    public static LedgerSession Open(IReadOnlyList<string> files, int threads, int memoryLimitMegabytes, string? spillFolder)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(memoryLimitMegabytes, 1);
        var spill = SpillFolder.Create(spillFolder ?? Path.Combine(Path.GetTempPath(), "insiders-spill"));
        var connection = new DuckDBConnection("DataSource=:memory:");
        try
        {
            connection.Open();
            var session = new LedgerSession(connection, spill);
            session.Execute(string.Create(CultureInfo.InvariantCulture, $"SET threads = {threads}; SET memory_limit = '{memoryLimitMegabytes}MB'; SET preserve_insertion_order = false"));
            session.Execute($"SET temp_directory = {Quote(spill.Path)}");
            session.Execute(files.Count == 0
                ? $"CREATE TEMP TABLE {LedgerSchema.View} ({LedgerSchema.Columns})"
                : $"CREATE TEMP VIEW {LedgerSchema.View} AS SELECT * FROM {Files(files)}");
            return session;
        }
        catch
        {
            connection.Dispose();
            spill.Dispose();
            throw;
        }
    }

    /// <summary>The sales of files as one table, whose columns are those that any of them has.</summary>
    /// <param name="files">Full paths, at least one.</param>
    internal static string Files(IReadOnlyList<string> files) =>
        $"read_parquet([{string.Join(", ", files.Select(Quote))}]{(files.Count > 1 ? ", union_by_name = true" : "")})";

    /// <summary>True when some sale of the files may have another amount than quantity times price.</summary>
    internal static bool HasAmounts(DuckDBConnection connection, IReadOnlyList<string> files)
    {
        if (files.Count == 0)
        {
            return false;
        }

        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Quoted paths.
        command.CommandText = $"SELECT count(*) FROM (DESCRIBE SELECT * FROM {Files(files)}) WHERE column_name = 'amount'";
#pragma warning restore CA2100
        return command.ExecuteScalar() is > 0L;
    }

    /// <summary>Runs statements that return nothing.</summary>
    public void Execute(string sql)
    {
        using var command = Connection.CreateCommand();
#pragma warning disable CA2100 // Every statement is composed from constants, checked identifiers and quoted literals.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    /// <summary>A text as an SQL literal.</summary>
    public static string Quote(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Connection.Dispose();
        _spill.Dispose();
    }
}
