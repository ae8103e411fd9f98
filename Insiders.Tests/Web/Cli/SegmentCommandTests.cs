using System.Diagnostics;
using System.Text.Json;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;

namespace Insiders.Tests.Web.Cli;

public sealed class SegmentCommandTests : IDisposable
{
    private static readonly string[] s_files = ["cleaning.csv", "customers.csv", "rejects.csv", "run.json", "segments.csv"];

    // A small recipe: the way from file to files is under test here, not the model.
    private const string Recipe = """{ "forest": { "trees": 20 }, "embedding": { "dimensions": 4, "epochs": 30 }, "mapEpochs": 10 }""";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_ledger_becomes_a_report_and_five_files_and_each_rejected_row_is_named()
    {
        var sales = await ShopAsync("a,b,c\n");

        var run = await SegmentAsync(sales, "out");

        Assert.Equal("", string.Join('\n', run.Error.Split('\n').Where(line => line.Length > 0 && !line.StartsWith('['))));
        Assert.Equal(ExitCode.Done, run.ExitCode);
        Assert.Contains("<- best", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', run.Error);
        Assert.Equal(s_files, Directory.GetFiles(_folder.Combine("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));

        using var facts = JsonDocument.Parse(File.ReadAllText(_folder.Combine("out", "run.json")));
        Assert.Equal(["2", "3", "4"], facts.RootElement.GetProperty("silhouette").EnumerateObject().Select(score => score.Name));
        Assert.Equal(
            ["read", "clean", "features", "forest", "embed", "map", "cluster", "segments"],
            facts.RootElement.GetProperty("seconds").EnumerateObject().Select(stage => stage.Name));
        var customers = facts.RootElement.GetProperty("customers").GetInt32();
        Assert.Equal(customers + 1, File.ReadAllLines(_folder.Combine("out", "customers.csv")).Length);
        Assert.EndsWith($",{customers}", File.ReadAllLines(_folder.Combine("out", "cleaning.csv"))[^1], StringComparison.Ordinal);
        var rejects = File.ReadAllLines(_folder.Combine("out", "rejects.csv"));
        Assert.Equal("line,column,value,reason", rejects[0]);
        Assert.Single(rejects[1..]);
        Assert.Equal(["out", "recipe.json", "sales.csv"], _folder.Names());
    }

    [Fact]
    public async Task Threads_do_not_change_an_answer_and_files_that_are_not_ours_stay()
    {
        var sales = await ShopAsync();
        Directory.CreateDirectory(_folder.Combine("two"));
        File.WriteAllText(_folder.Combine("two", "notes.txt"), "mine");

        await SegmentAsync(sales, "one", "--threads", "1");
        await SegmentAsync(sales, "two", "--threads", "2");

        foreach (var name in s_files.Where(name => name != "run.json"))
        {
            Assert.Equal(File.ReadAllText(_folder.Combine("one", name)), File.ReadAllText(_folder.Combine("two", name)));
        }

        Assert.Equal("mine", File.ReadAllText(_folder.Combine("two", "notes.txt")));
    }

    [Fact]
    public async Task A_process_told_to_stop_ends_with_130_and_leaves_nothing()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var sales = await ShopAsync();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Insiders.Web.dll"), "segment", sales, "--output", _folder.Combine("out")])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;

        Assert.NotNull(await process.StandardError.ReadLineAsync());
        using var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        var error = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(ExitCode.Interrupted, process.ExitCode);
        Assert.Contains("Interrupted", error, StringComparison.Ordinal);
        Assert.Equal(["recipe.json", "sales.csv"], _folder.Names());
    }

    [Theory]
    [InlineData("1,A,lamp,1,2017-01-31,0,C1,France", "Nothing is left to segment: cleaning left no customer; its rule 'no-price' dropped 1 of 1 rows.")]
    [InlineData("1,A,lamp,1,2017-01-31,2.55,C1,France", "Too few customers are left for 2 clusters, the fewest to try: expected at least 3, and found 1.")]
    public async Task A_ledger_that_carries_no_segments_is_refused_with_one_sentence(string row, string sentence)
    {
        var sales = _folder.Combine("sales.csv");
        File.WriteAllText(sales, $"InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n{row}\n");
        File.WriteAllText(_folder.Combine("recipe.json"), Recipe);

        var run = await SegmentAsync(sales, "out");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Equal(sentence, Assert.Single(run.Error.Split('\n'), line => line.Length > 0 && !line.StartsWith('[')));
        Assert.Equal(["recipe.json", "sales.csv"], _folder.Names());
    }

    [Fact]
    public async Task A_folder_in_the_way_of_a_file_is_refused_before_any_file_is_moved()
    {
        var sales = await ShopAsync();
        Directory.CreateDirectory(_folder.Combine("out", "segments.csv"));

        var run = await SegmentAsync(sales, "out");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("segments.csv is a folder", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Combine("out")));
        Assert.Equal(["out", "recipe.json", "sales.csv"], _folder.Names());
    }

    [Theory]
    [InlineData("segment", "sales.csv", "--output", "")]
    [InlineData("demo", "")]
    public async Task An_empty_name_is_refused(params string[] args)
    {
        var run = await Terminal.RunAsync(args);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("found ''", run.Error, StringComparison.Ordinal);
    }

    private Task<Terminal> SegmentAsync(string sales, string output, params string[] more) =>
        Terminal.RunAsync(["segment", sales, "--output", _folder.Combine(output), "--recipe", _folder.Combine("recipe.json"), "--k-min", "2", "--k-max", "4", .. more]);

    private async Task<string> ShopAsync(string extraLines = "")
    {
        var sales = _folder.Combine("sales.csv");
        await Terminal.RunAsync("demo", sales, "--customers", "300");
        File.AppendAllText(sales, extraLines);
        File.WriteAllText(_folder.Combine("recipe.json"), Recipe);
        return sales;
    }
}
