using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Insiders.Benchmarks;

/// <summary>The whole command beside the peer's script, in turn on the same machine: medians, ratio first.</summary>
internal static class PeerComparison
{
    // Our stages, the peer's stages and the most seconds ours may take.
    private static readonly (string Name, string[] Ours, string[] Peer, double Target)[] s_stages =
    [
        ("read", ["read"], ["read_csv"], 0.6),
        ("clean + features", ["clean", "features"], ["clean", "features"], 0.6),
        ("forest, 300 trees", ["forest"], ["forest fit", "forest leaves"], 1.0),
        ("UMAP to 43 dimensions", ["embed"], ["umap"], 2.5),
        ("UMAP to 2 dimensions", ["map"], ["umap 2d"], 1.0),
        ("mixtures and silhouettes, k = 12 … 36", ["cluster"], ["gmm sweep", "silhouette sweep"], 3.5),
    ];

    public static async Task<int> RunAsync(string peer, string ledger, string countries, int runs)
    {
        var scratch = Directory.CreateTempSubdirectory("insiders-bench-").FullName;
        try
        {
            var ours = new List<Measured>();
            var theirs = new List<Measured>();
            for (var run = 0; run < runs; run++)
            {
                ours.Add(await OursAsync(ledger, Path.Combine(scratch, "ours")));
                theirs.Add(await PeerAsync(peer, ledger, countries, Path.Combine(scratch, "peer")));
                Console.Error.WriteLine($"pair {run + 1} of {runs}: {ours[^1].Wall:F1} s, peer {theirs[^1].Wall:F1} s");
            }

            BenchmarkPage.Write("peer", Table(ours, theirs));
            return 0;
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static string Table(List<Measured> ours, List<Measured> theirs)
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"Medians of {ours.Count} runs each, taken in turn; whole processes, start included.\n");
        table.AppendLine("| stage | peer ÷ here | here, s | peer, s | at most, s |");
        table.AppendLine("|---|---|---|---|---|");
        foreach (var (name, own, peer, target) in s_stages)
        {
            Row(name, Median(ours, run => own.Sum(stage => run.Seconds[stage])), Median(theirs, run => peer.Sum(stage => run.Seconds[stage])), target);
        }

        Row("whole, process start included", Median(ours, run => run.Wall), Median(theirs, run => run.Wall), 9);
        table.AppendLine();
        table.AppendLine("| quality and memory | here | peer |");
        table.AppendLine("|---|---|---|");
        Pair("silhouette of the winner", run => run.Silhouette, "0.0000");
        Pair("clusters", run => run.Clusters, "0");
        Pair("peak memory, MB", run => run.PeakMegabytes, "0");
        return table.ToString();

        void Row(string name, double here, double peer, double target) => table.AppendLine(CultureInfo.InvariantCulture,
            $"| {name} | {peer / here:0.0} × | {here:0.00} | {peer:0.00} | {target:0.0} |");

        void Pair(string name, Func<Measured, double> value, string format) => table.AppendLine(CultureInfo.InvariantCulture,
            $"| {name} | {BenchmarkPage.Number(Median(ours, value), format)} | {BenchmarkPage.Number(Median(theirs, value), format)} |");
    }

    private static double Median(List<Measured> runs, Func<Measured, double> value)
    {
        double[] sorted = [.. runs.Select(value).Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static async Task<Measured> OursAsync(string ledger, string folder)
    {
        var web = Path.Combine(AppContext.BaseDirectory, "..", "..", "Insiders.Web", Path.GetFileName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory)), "Insiders.Web.dll");
        if (!File.Exists(web))
        {
            throw new FileNotFoundException("Build Insiders.Web in the same configuration first.", web);
        }

        var (wall, peak, _) = await ProcessAsync("dotnet", [web, "segment", ledger, "--preset", "study", "--output", folder]);
        using var run = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "run.json")));
        var best = run.RootElement.GetProperty("bestK").GetInt32();
        var silhouette = run.RootElement.GetProperty("silhouette").GetProperty(best.ToString(CultureInfo.InvariantCulture)).GetDouble();
        var seconds = run.RootElement.GetProperty("seconds").EnumerateObject().ToDictionary(stage => stage.Name, stage => stage.Value.GetDouble());
        return new Measured(wall, peak, seconds, best, silhouette);
    }

    private static async Task<Measured> PeerAsync(string peer, string ledger, string countries, string folder)
    {
        var (wall, peak, output) = await ProcessAsync("/usr/bin/python3", [peer, ledger, folder, "--countries", countries]);
        var seconds = new Dictionary<string, double>();
        var (clusters, silhouette) = (0, 0.0);
        foreach (var line in output.Split('\n').Where(line => line.StartsWith('{')))
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.TryGetProperty("stage", out var stage))
            {
                seconds[stage.GetString()!] = json.RootElement.GetProperty("seconds").GetDouble();
            }
            else if (json.RootElement.TryGetProperty("best_k", out var best))
            {
                (clusters, silhouette) = (best.GetInt32(), json.RootElement.GetProperty("silhouette").GetDouble());
            }
        }

        return new Measured(wall, peak, seconds, clusters, silhouette);
    }

    /// <summary>Runs a command; its peak is what the system counted for the finished process, as /usr/bin/time tells it.</summary>
    private static async Task<(double Wall, double PeakMegabytes, string Output)> ProcessAsync(string command, string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("/usr/bin/time", ["-f", "peak %M", command, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{command} ended with {process.ExitCode}: {error}");
        }

        var peak = error.Split('\n').Last(line => line.StartsWith("peak ", StringComparison.Ordinal))[5..];
        return (watch.Elapsed.TotalSeconds, double.Parse(peak, CultureInfo.InvariantCulture) / 1024, await output);
    }

    private sealed record Measured(double Wall, double PeakMegabytes, Dictionary<string, double> Seconds, int Clusters, double Silhouette);
}
