using BenchmarkDotNet.Running;
using Insiders.Benchmarks;

// A question for each verb; every answer is written into docs/benchmarks.md.
return args switch
{
    ["peer", var peer, var ledger, var countries, .. var rest] => await PeerComparison.RunAsync(peer, ledger, countries, Runs(rest)),
    ["seeds", var ledger, var clusters] => await SeedTable.RunAsync(ledger, clusters),
    ["presets", var ledger, .. var cases] => await PresetTable.RunAsync(ledger, cases is [var folder] ? folder : null),
    ["ledger", var lines] => await LedgerSize.RunAsync(long.Parse(lines, System.Globalization.CultureInfo.InvariantCulture)),
    ["users", var ledger, .. var rest] => await UserLoad.RunAsync("users", ledger, 20, Seconds(rest)),
    ["crowd", var ledger, .. var rest] => await UserLoad.RunAsync("crowd", ledger, 100, Seconds(rest)),
    ["memory", var ledger] => await MemoryOverTime.RunAsync(ledger),
    ["start", var site, var ledger] => await StartTime.RunAsync(site, ledger),
    ["pages", .. var rest] => await PageSpeed.RunAsync(rest is ["--customers", var customers] ? int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture) : 200_000),
    ["customers", .. var rest] => await CustomerStorage.RunAsync(rest is ["--customers", var customers] ? int.Parse(customers, System.Globalization.CultureInfo.InvariantCulture) : 200_000),
    ["simulate", .. var rest] => SimulationTable.Run(rest is ["--share", var share] ? double.Parse(share, System.Globalization.CultureInfo.InvariantCulture) : 1),
    ["stages", .. var rest] => BenchmarkSwitcher.FromAssembly(typeof(PeerComparison).Assembly).Run(rest).Any() ? 0 : 1,
    _ => Usage(),
};

static int Runs(string[] rest) => rest is ["--runs", var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 3;

static int Seconds(string[] rest) => rest is ["--seconds", var seconds] ? int.Parse(seconds, System.Globalization.CultureInfo.InvariantCulture) : 60;

static int Usage()
{
    Console.Error.WriteLine("""
        usage: peer PEER.py LEDGER COUNTRIES.csv [--runs N]   the whole command beside the peer, in turn
               seeds LEDGER CLUSTERS.csv                      quality over seeds 1 to 5
               presets LEDGER [CASES]                         both presets over seeds 1 to 5: the file, the generated shop, a folder of small files
               ledger LINES                                   a generated ledger of so many lines: time and peak memory
               users LEDGER [--seconds N]                     20 people at the site, with and without runs; the generated shop without the file
               crowd LEDGER [--seconds N]                     the same with 100 people
               memory LEDGER                                  resident memory of the site over 50 runs and 5,000 page loads
               start SITE LEDGER                              the published site in a browser: from its start to the first page, and from page to page
               pages [--customers N]                          pages that show every customer, on a drawn run
               customers [--customers N]                      a run's customers in their table, and in a Parquet file
               simulate [--share S]                           whether intervals, verdicts and sizes keep what they promise; S of the full length
               stages [BenchmarkDotNet arguments]             each algorithm at 1, 10 and 20 thousand rows
        """);
    return 2;
}
