using System.Diagnostics;
using System.Globalization;
using System.Text;
using Insiders.Core.Cleaning;
using Insiders.Core.Demo;
using Insiders.Core.Features;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Benchmarks;

/// <summary>A generated ledger, imported and turned into features: time and peak memory of this one process.</summary>
internal static class LedgerSize
{
    /// <summary>Lines the generated shop writes per customer, about.</summary>
    private const int LinesPerCustomer = 46;

    private const int LedgerMegabytes = 2_000;

    public static async Task<int> RunAsync(long lines)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        try
        {
            var file = Path.Combine(folder, "shop.csv");
            long written;
            await using (var writer = new StreamWriter(file))
            {
                written = GeneratedShop.Write(writer, new ShopOptions { AsOf = new DateOnly(2025, 12, 31), Customers = (int)(lines / LinesPerCustomer) }, CancellationToken.None);
            }

            var table = new StringBuilder();
            table.AppendLine(CultureInfo.InvariantCulture, $"{written:#,##0} generated lines, {new FileInfo(file).Length / 1_000_000:#,##0} MB of CSV; DuckDB may keep {LedgerMegabytes:#,##0} MB before it spills.\n");
            table.AppendLine("| step | s | peak of the process so far, MB |");
            table.AppendLine("|---|---|---|");
            var ledger = new SalesLedger(Path.Combine(folder, "ledger"));
            await StepAsync("import", () => ledger.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None));
            using var session = ledger.Open(Environment.ProcessorCount, LedgerMegabytes);
            var clean = await StepAsync("clean", () => CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None));
            var features = await StepAsync("features", () => FeatureTable.BuildAsync(clean, clean.Report.LastDate, CancellationToken.None));
            table.AppendLine(CultureInfo.InvariantCulture, $"\n{features.Customers:#,##0} customers, {features.Definitions.Length} features each.");
            BenchmarkPage.Write("ledger", table.ToString());
            return 0;

            async Task<T> StepAsync<T>(string name, Func<Task<T>> step)
            {
                var watch = Stopwatch.StartNew();
                var result = await step();
                using var self = Process.GetCurrentProcess();
                table.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {watch.Elapsed.TotalSeconds:0.0} | {self.PeakWorkingSet64 / 1_000_000:#,##0} |");
                return result;
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
