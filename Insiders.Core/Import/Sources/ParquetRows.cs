using DuckDB.NET.Data;
using Insiders.Core.Problems;

namespace Insiders.Core.Import.Sources;

/// <summary>The rows of a Parquet file, streamed by DuckDB.</summary>
internal static class ParquetRows
{
    private const string Settings = "SET memory_limit = '256MB'; SET threads = 1; SET autoinstall_known_extensions = false;";

    /// <summary>Opens a file.</summary>
    /// <exception cref="NotALedgerException">It is damaged.</exception>
    public static TextSource Open(string path)
    {
        var connection = new DuckDBConnection("Data Source=:memory:");
        try
        {
            connection.Open();
            Run(connection, Settings).ExecuteNonQuery();
            // Signs that would match several files stand for themselves in brackets.
            var literal = string.Concat(path.Select(letter => letter is '*' or '?' or '[' ? $"[{letter}]" : letter == '\'' ? "''" : $"{letter}"));
            using var count = Run(connection, $"SELECT count(*) FROM read_parquet('{literal}')");
            var progress = new Progress((long)count.ExecuteScalar()!);
            return new RowsText(Rows(connection, literal, progress), new FileInfo(path).Length, () => progress.Fraction, ProblemCode.ParquetDamaged, connection);
        }
        catch (DuckDBException damage)
        {
            connection.Dispose();
            throw new NotALedgerException(Problem.Of(ProblemCode.ParquetDamaged, FirstLine(damage.Message)), damage);
        }
    }

    private static IEnumerable<IEnumerable<object?>> Rows(DuckDBConnection connection, string literal, Progress progress)
    {
        using var command = Run(connection, $"SELECT * FROM read_parquet('{literal}')");
        command.UseStreamingMode = true;
        using var reader = command.ExecuteReader();
        yield return Enumerable.Range(0, reader.FieldCount).Select(reader.GetName);
        while (reader.Read())
        {
            progress.Rows++;
            yield return Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column));
        }
    }

    private static DuckDBCommand Run(DuckDBConnection connection, string statement)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // A quoted path.
        command.CommandText = statement;
#pragma warning restore CA2100
        return command;
    }

    private static string FirstLine(string message) => message.Split('\n')[0];

    private sealed class Progress(long all)
    {
        public long Rows { get; set; }

        public double Fraction => all == 0 ? 1 : (double)Rows / all;
    }
}
