using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using DuckDB.NET.Data;
using Insiders.Benchmarks.Load;
using Insiders.Core.Customers;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;

namespace Insiders.Benchmarks;

/// <summary>How long a run's customers take to write and to read, in the table they are in and in the Parquet file they could be in (decision 0037).</summary>
internal static class CustomerStorage
{
    private const int Times = 5;

    public static async Task<int> RunAsync(int customers)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        var store = new RunStore(Path.Combine(folder, "insiders.db"));
        try
        {
            await store.MigrateAsync(CancellationToken.None);
            var result = DrawnRun.Of(customers);
            var (now, runId) = (DateTimeOffset.UtcNow, 0L);
            var (writes, reads) = (new List<double>(), new List<double>());
            for (var i = 0; i < Times; i++)
            {
                runId = await store.QueueRunAsync(Recipe.Study, "benchmark", now, CancellationToken.None);
                await store.StartRunAsync(runId, "drawn", "drawn", now, CancellationToken.None);
                writes.Add(await TimeAsync(() => store.FinishRunAsync(runId, result, now, CancellationToken.None)));
            }

            CustomerColumns? columns = null;
            for (var i = 0; i < Times; i++)
            {
                reads.Add(await TimeAsync(async () => columns = await store.ReadCustomersAsync(runId, CancellationToken.None)));
            }

            var file = Path.Combine(folder, "customers.parquet");
            var (fileWrites, fileReads, features) = (new List<double>(), new List<double>(), ImmutableArray<double[]>.Empty);
            for (var i = 0; i < Times; i++)
            {
                fileWrites.Add(await TimeAsync(() => Task.Run(() => Write(columns!, file))));
                fileReads.Add(await TimeAsync(() => Task.Run(() => features = Read(file, columns!.FeatureNames.Length))));
            }

            if (!features.Zip(columns!.Features).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second.AsSpan())))
            {
                throw new InvalidDataException("The two ways read different customers.");
            }

            var text = new StringBuilder();
            text.AppendLine(CultureInfo.InvariantCulture, $"{customers:#,##0} drawn customers with every feature; medians of {Times}. Writing to the table includes the run's result.\n");
            text.AppendLine("| | write, ms | read, ms | size, MB |\n|---|---|---|---|");
            text.AppendLine(CultureInfo.InvariantCulture, $"| the table `run_customers` | {Median(writes):0} | {Median(reads):0} | {new FileInfo(Path.Combine(folder, "insiders.db")).Length / 1e6 / Times:0} |");
            text.AppendLine(CultureInfo.InvariantCulture, $"| a Parquet file, by DuckDB | {Median(fileWrites):0} | {Median(fileReads):0} | {new FileInfo(file).Length / 1e6:0} |");
            BenchmarkPage.Write("customers", text.ToString());
            return 0;
        }
        finally
        {
            store.ReleaseFile();
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(CustomerColumns customers, string file)
    {
        using var connection = Open();
        var features = Enumerable.Range(0, customers.FeatureNames.Length).Select(i => $"f{i.ToString(CultureInfo.InvariantCulture)} DOUBLE");
        Execute(connection, $"CREATE TABLE customers (id VARCHAR, country VARCHAR, cluster INTEGER, segment BIGINT, x DOUBLE, y DOUBLE, silhouette DOUBLE, {string.Join(", ", features)})");
        using (var appender = connection.CreateAppender("customers"))
        {
            for (var i = 0; i < customers.Ids.Length; i++)
            {
                var row = appender.CreateRow();
                row.AppendValue(customers.Ids[i]).AppendValue(customers.Countries[i]).AppendValue(customers.Clusters[i]).AppendValue(customers.SegmentIds[i])
                    .AppendValue(customers.X[i]).AppendValue(customers.Y[i]).AppendValue(customers.Silhouettes[i]);
                foreach (var feature in customers.Features)
                {
                    row.AppendValue(feature[i]);
                }

                row.EndRow();
            }
        }

        Execute(connection, $"COPY customers TO '{file}' (FORMAT parquet, COMPRESSION zstd)");
    }

    private static ImmutableArray<double[]> Read(string file, int features)
    {
        using var connection = Open();
        var customers = (int)Count(connection, file);
        var (ids, countries, clusters, segments) = (new string[customers], new string[customers], new int[customers], new long[customers]);
        var numbers = Enumerable.Range(0, features + 3).Select(_ => new double[customers]).ToImmutableArray();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The benchmark's own file.
        command.CommandText = $"SELECT * FROM read_parquet('{file}')";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        for (var i = 0; reader.Read(); i++)
        {
            (ids[i], countries[i], clusters[i], segments[i]) = (reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetInt64(3));
            for (var j = 0; j < numbers.Length; j++)
            {
                numbers[j][i] = reader.GetDouble(4 + j);
            }
        }

        return numbers[3..];
    }

    private static long Count(DuckDBConnection connection, string file)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The benchmark's own file.
        command.CommandText = $"SELECT count(*) FROM read_parquet('{file}')";
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static DuckDBConnection Open()
    {
        var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        return connection;
    }

    private static void Execute(DuckDBConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Composed from constants and the benchmark's own file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        var begun = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(begun).TotalMilliseconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
