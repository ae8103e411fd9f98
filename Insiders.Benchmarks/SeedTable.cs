using System.Globalization;
using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;

namespace Insiders.Benchmarks;

/// <summary>The study's recipe over seeds 1 to 5: how good the clusters are and how far the seeds agree.</summary>
internal static class SeedTable
{
    private const int Seeds = 5;

    public static async Task<int> RunAsync(string ledger, string clusters)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        try
        {
            var sales = new SalesLedger(folder);
            await sales.ImportAsync(ledger, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
            var results = new List<SegmentationResult>();
            for (var seed = 1UL; seed <= Seeds; seed++)
            {
                using var session = sales.Open(Environment.ProcessorCount);
                results.Add(await SegmentationPipeline.RunAsync(session, Recipe.Study with { Seed = seed }, Environment.ProcessorCount, null, CancellationToken.None));
            }

            BenchmarkPage.Write("seeds", Table(results, Reference(clusters, results[0])));
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Partition Reference(string path, SegmentationResult result)
    {
        var labels = File.ReadLines(path).Skip(1).Select(line => line.Split(',')).ToDictionary(cells => cells[0], cells => int.Parse(cells[1], CultureInfo.InvariantCulture));
        return new Partition([.. result.Features.CustomerIds.Select(id => labels[id])], labels.Values.Max() + 1);
    }

    private static string Table(List<SegmentationResult> results, Partition reference)
    {
        var table = new StringBuilder();
        table.AppendLine("| seed | silhouette | best k | cluster 0: customers, of the reference's 36, mean revenue | adjusted Rand against the reference |");
        table.AppendLine("|---|---|---|---|---|");
        var agreements = new List<double>();
        foreach (var result in results)
        {
            int[] first = [.. Enumerable.Range(0, result.Features.Customers).Where(i => result.Clusters.Labels[i] == 0)];
            agreements.Add(PartitionAgreement.AdjustedRand(result.Clusters, reference));
            table.AppendLine(CultureInfo.InvariantCulture,
                $"| {result.Recipe.Seed} | {result.Silhouette:0.000} | {result.BestClusterCount} | {first.Length}, {first.Count(i => reference.Labels[i] == 0)}, {result.ClusterProfiles[0].MeanRevenueAmount:#,##0} | {agreements[^1]:0.000} |");
        }

        double[] pairs = [.. from a in Enumerable.Range(0, results.Count) from b in Enumerable.Range(0, a) select PartitionAgreement.AdjustedRand(results[a].Clusters, results[b].Clusters)];
        double[] silhouettes = [.. results.Select(result => result.Silhouette).Order()];
        table.AppendLine();
        table.AppendLine("| over the seeds | required | reference implementation | here |");
        table.AppendLine("|---|---|---|---|");
        Row("silhouette, lowest", "≥ 0.79", "0.791", silhouettes[0]);
        Row("silhouette, median", "≥ 0.82, aim 0.8565", "0.816", silhouettes[silhouettes.Length / 2]);
        Row("adjusted Rand between two seeds, lowest", "≥ 0.83, aim 0.95", "0.83", pairs.Min());
        Row("adjusted Rand against the reference, median", "≥ 0.86", "0.898", agreements.Order().ElementAt(agreements.Count / 2));
        return table.ToString();

        void Row(string what, string required, string peer, double here) => table.AppendLine(CultureInfo.InvariantCulture, $"| {what} | {required} | {peer} | {BenchmarkPage.Number(here, "0.000")} |");
    }
}
