using System.Diagnostics;
using System.Globalization;
using System.Text;
using Insiders.Benchmarks.Simulation;
using Insiders.Core.Statistics.Experiments;
using Insiders.Core.Statistics.Forecasts;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Benchmarks;

/// <summary>Whether intervals hold the truth as often as they say, verdicts are wrong no more often, and sizes find what they promise to.</summary>
internal static class SimulationTable
{
    private const int Hypotheses = 12;
    private const double Effect = 0.8;

    public static int Run(double share)
    {
        var table = new StringBuilder();
        int Times(int full) => Math.Max(10, (int)(full * share));
        Intervals(table, Times(2_000));
        Verdicts(table, Times(20_000));
        Programmes(table, Times(20_000));
        Forecasts(table, Times(1_000));
        Million(table);
        BenchmarkPage.Write("simulate", table.ToString());
        return 0;
    }

    private static void Intervals(StringBuilder table, int times)
    {
        Head(table, "95 % intervals of two groups", "difference of means", "ratio of means", "ratios that cannot be said", "standard error");
        foreach (var (first, second) in new[] { (200, 200), (2_000, 2_000), (200, 2_000), (36, 2_000), (50, 50) })
        {
            foreach (var kind in CoverageTrial.Kinds)
            {
                var (difference, ratio, unsaid) = CoverageTrial.Run(kind, first, second, times, 999, 1);
                Row(table, $"{kind}, {first:#,##0} and {second:#,##0}", difference, ratio, unsaid, Error(0.95, times));
            }
        }
    }

    private static void Verdicts(StringBuilder table, int times)
    {
        Head(table, "12 hypotheses that are only just false, groups of 100", "at least one is said to hold", "standard error");
        foreach (var shared in new[] { 0, 0.5, 0.9 })
        {
            Row(table, shared == 0 ? "independent" : $"correlation {shared}", CoverageTrial.FalseVerdicts(Hypotheses, shared, 100, times, 1), Error(0.05, times));
        }
    }

    private static void Programmes(StringBuilder table, int times)
    {
        Head(table, "programmes sized for a power of 80 %", "the interval holds the effect", "the effect is found", "standard error");
        foreach (var useBefore in new[] { false, true })
        {
            var sizes = MeanSizing.Sizes(ProgrammeTrial.Deviation, Effect, useBefore ? ProgrammeTrial.Correlation : 0, new SizingOptions { TreatedPerWithheld = 3 });
            for (var seed = 1UL; seed <= 3; seed++)
            {
                var (coverage, found) = ProgrammeTrial.Run((int)sizes.Total, 0.25, Effect, useBefore, times, seed);
                Row(table, $"{sizes.Total} customers, {(useBefore ? "with" : "without")} the time before, seed {seed}", coverage, found, Error(0.95, times));
            }
        }
    }

    private static void Forecasts(StringBuilder table, int times)
    {
        Head(table, "95 % intervals of series of 120 months, 12 ahead", "hold what comes");
        foreach (var form in SmoothingForm.Stable(true, true))
        {
            Row(table, form.Name, ForecastTrial.Run(form, 120, 12, times, 1));
        }
    }

    private static void Million(StringBuilder table)
    {
        var (histories, _) = SimulatedBase.Draw(PurchaseModelKind.Pareto, [0.55, 10.6, 0.61, 11.7], 1_000_000, 365, 0, 1);
        table.AppendLine();
        table.AppendLine("| a million customers, one core | milliseconds |");
        table.AppendLine("|---|---|");
        var watch = Stopwatch.StartNew();
        var groups = PurchaseGroups.Of(histories);
        table.AppendLine(CultureInfo.InvariantCulture, $"| taken together to {groups.Counts.Length:#,##0} groups | {watch.ElapsedMilliseconds:#,##0} |");
        foreach (var kind in Enum.GetValues<PurchaseModelKind>())
        {
            watch.Restart();
            var fit = PurchaseFitting.Fit(kind, groups, new PurchaseOptions(), CancellationToken.None);
            table.AppendLine(CultureInfo.InvariantCulture, $"| {PurchaseModelNames.Of(kind)}{(fit.Model is null ? ", not fitted" : "")} | {watch.ElapsedMilliseconds:#,##0} |");
        }
    }

    private static double Error(double share, int times) => Math.Sqrt(share * (1 - share) / times);

    private static void Head(StringBuilder table, params string[] columns)
    {
        table.AppendLine();
        table.AppendLine(CultureInfo.InvariantCulture, $"| {string.Join(" | ", columns)} |");
        table.AppendLine(CultureInfo.InvariantCulture, $"|{string.Concat(Enumerable.Repeat("---|", columns.Length))}");
    }

    private static void Row(StringBuilder table, string what, params double[] shares)
        => table.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {string.Join(" | ", shares.Select(share => BenchmarkPage.Number(100 * share, "0.00")))} |");
}
