using System.Globalization;
using System.Text;
using Insiders.Core.Demo;
using Insiders.Core.Import;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Stability;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;

namespace Insiders.Benchmarks;

/// <summary>The presets beside each other over seeds 1 to 5: silhouette, agreement of the seeds, groups, and how much of what is said of members is true.</summary>
internal static class PresetTable
{
    private const int Seeds = 5;

    // The as-of date of the generated shop, so that the table repeats.
    private static readonly DateOnly s_asOf = new(2026, 11, 30);

    public static async Task<int> RunAsync(string ledger, string? cases)
    {
        var folder = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        try
        {
            var shop = Path.Combine(folder, "shop.csv");
            await using (var writer = new StreamWriter(shop))
            {
                GeneratedShop.Write(writer, new ShopOptions { AsOf = s_asOf }, CancellationToken.None);
            }

            var table = new StringBuilder();
            table.AppendLine("| ledger | preset | customers | clusters | groups | silhouette, median | adjusted Rand of clusters, median (lowest) | of groups, median (lowest) | claims that hold |");
            table.AppendLine("|---|---|---|---|---|---|---|---|---|");
            foreach (var (name, file) in new[] { (Path.GetFileName(ledger), ledger), ("the generated shop", shop) })
            {
                var sales = await ImportAsync(file, Path.Combine(folder, name));
                foreach (var (preset, recipe) in RecipePresets.All)
                {
                    table.AppendLine(Row(name, preset, await RunsAsync(sales!, recipe)));
                }
            }

            if (cases is not null)
            {
                table.AppendLine();
                table.AppendLine(await CasesAsync(cases, folder));
            }

            BenchmarkPage.Write("presets", table.ToString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<SalesLedger?> ImportAsync(string file, string folder)
    {
        var sales = new SalesLedger(folder);
        try
        {
            await sales.ImportAsync(file, ImportOptions.Default, DateTimeOffset.UnixEpoch, null, CancellationToken.None);
            return sales;
        }
        catch (NotALedgerException)
        {
            return null;
        }
    }

    private static async Task<List<SegmentationResult>> RunsAsync(SalesLedger sales, Recipe recipe)
    {
        var results = new List<SegmentationResult>();
        for (var seed = 1UL; seed <= Seeds; seed++)
        {
            using var session = sales.Open(Environment.ProcessorCount);
            results.Add(await SegmentationPipeline.RunAsync(session, recipe with { Seed = seed }, Environment.ProcessorCount, null, CancellationToken.None));
        }

        return results;
    }

    private static string Row(string ledger, string preset, List<SegmentationResult> results)
    {
        var clusters = SeedAgreement.Of([.. results.Select(result => result.Clusters)]);
        var groups = SeedAgreement.Of([.. results.Select(result => new Partition(result.SegmentOf, result.Segments.Length))]);
        var (holding, said) = Claims(results);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {ledger} | {preset} | {results[0].Features.Customers:#,##0} | {Range(results.Select(result => result.BestClusterCount))} | {Range(results.Select(result => result.Segments.Length))} | {results.Select(result => result.Silhouette).Order().ElementAt(Seeds / 2):0.000} | {clusters.Median:0.000} ({clusters.Lowest:0.000}) | {groups.Median:0.000} ({groups.Lowest:0.000}) | {holding} of {said} |");
    }

    // What a name, a sentence or a plan says of the members holds from seven in ten of them on.
    private static (int Holding, int Said) Claims(IEnumerable<SegmentationResult> results)
    {
        var (holding, said) = (0, 0);
        foreach (var result in results)
        {
            var basis = GroupProfiles.OfBase(result.Features);
            foreach (var segment in result.Segments)
            {
                var portrait = SegmentPortrait.Of(segment.Profile, basis, segment.Members);
                foreach (var claim in new[] { SegmentNaming.ClaimOf(segment.Name), portrait.Activity, portrait.Plan.Claim })
                {
                    said += claim is null ? 0 : 1;
                    holding += claim?.HoldsFor(segment.Members!) == true ? 1 : 0;
                }
            }
        }

        return (holding, said);
    }

    private static async Task<string> CasesAsync(string cases, string folder)
    {
        var (files, refused, few, learned, results) = (0, 0, 0, 0, new List<SegmentationResult>());
        foreach (var file in Directory.EnumerateFiles(cases, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            files++;
            if (await ImportAsync(file, Path.Combine(folder, $"case-{files}")) is not { } sales)
            {
                refused++;
                continue;
            }

            try
            {
                using var session = sales.Open(Environment.ProcessorCount);
                var result = await SegmentationPipeline.RunAsync(session, Recipe.Shop, Environment.ProcessorCount, null, CancellationToken.None);
                results.Add(result);
                (few, learned) = result.Candidates is [{ IsByRule: true }] ? (few + 1, learned) : (few, learned + 1);
            }
            catch (NotSegmentableException)
            {
                refused++;
            }
        }

        var (holding, said) = Claims(results);
        var groups = results.Count == 0 ? "" : $" with {Range(results.Select(result => result.Segments.Length))} groups";
        return string.Create(CultureInfo.InvariantCulture, $"The shop preset on {files} small files: {few} grouped by a rule and {learned} by what was learned{groups}, {holding} of {said} claims hold; {refused} have no sales, an open question, or one customer.");
    }

    private static string Range(IEnumerable<int> values)
    {
        int[] sorted = [.. values.Order()];
        return sorted[0] == sorted[^1] ? sorted[0].ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{sorted[0]} – {sorted[^1]}");
    }
}
