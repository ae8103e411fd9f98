using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;

namespace Insiders.Tests.Web.Cli;

public sealed class CommandLineTests
{
    public static TheoryData<string, string> Mistakes => new()
    {
        { "segmnt sales.csv", "Expected a verb (serve, restore, segment, demo) or a setting such as --Name=value, and found 'segmnt'." },
        { "segment", "Required argument 'FILE' missing" },
        { "segment sales.csv more.csv", "Expected a sales file, and there is none at sales.csv." },
        { "segment sales.csv --seed -3", "--seed expects a whole number, zero or more, and found '-3'." },
        { "segment sales.csv --seed 1.5", "found '1.5'" },
        { "segment sales.csv --threads 0", "--threads expects a whole number from 1 to 1024, and found '0'." },
        { "segment sales.csv --k-min 1", "--k-min expects a whole number from 2 to 200, and found '1'." },
        { "segment sales.csv --k-min 9 --k-max 4", "The fewest clusters to try (9) must not be above the most (4)" },
        { "segment sales.csv --preset study --k-max 4", "The fewest clusters to try (12) must not be above the most (4)" },
        { "segment no-such-file.csv", "Expected a sales file, and there is none at no-such-file.csv." },
        { "segment . nowhere.csv", "Expected either one folder or files, and . is a folder among others." },
        { "segment sales.csv --recipe no-such-recipe.json", "The recipe no-such-recipe.json cannot be read" },
        { "segment sales.csv --answer nothing=drop", "--answer knows no question 'nothing'. There are: line-amount," },
        { "segment sales.csv --answer nobody=somebody", "--answer nobody expects one of nobody, customer, and found 'somebody'." },
        { "segment sales.csv --answer discount-lines=drop", "--answer cannot change discount-lines, which cleaning decides" },
        { "demo shop.csv --customers 0", "--customers expects a whole number from 1 to 10000000, and found '0'." },
        { "demo no-such-folder/shop.csv", "Cannot write" },
        { "demo .", "Expected the name of an ordinary file to write" },
    };

    [Theory, MemberData(nameof(Mistakes))]
    public async Task A_mistake_gets_one_sentence_and_exit_code_2(string line, string expected)
    {
        var run = await Terminal.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
        Assert.Empty(run.Output);
    }

    [Fact]
    public async Task A_misspelt_setting_in_a_recipe_is_named()
    {
        using var folder = new TempFolder();
        var recipe = folder.Combine("recipe.json");
        File.WriteAllText(recipe, """{ "sweeep": {} }""");

        var run = await Terminal.RunAsync("segment", "sales.csv", "--recipe", recipe);

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("sweeep", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_no_ledger_is_refused_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Combine("colours.csv"), "name,colour\nred,#f00\n");

        var run = await Terminal.RunAsync("segment", folder.Combine("colours.csv"), "--output", folder.Combine("out"));

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("is no sales ledger", run.Error, StringComparison.Ordinal);
        Assert.Contains("expected a column for the quantity", run.Error, StringComparison.Ordinal);
        Assert.Equal(["colours.csv"], folder.Names());
    }

    [Fact]
    public async Task An_output_folder_that_is_a_file_is_refused_before_any_work()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.Combine("taken"), "");

        var run = await Terminal.RunAsync("segment", folder.Combine("sales.csv"), "--output", folder.Combine("taken", "deeper"));

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("is a file, not a folder", run.Error, StringComparison.Ordinal);
        Assert.Equal(["taken"], folder.Names());
    }

    [Fact]
    public async Task Cancelling_gives_130_and_leaves_nothing_behind()
    {
        using var folder = new TempFolder();
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        File.WriteAllText(folder.Combine("sales.csv"), "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n");

        var run = await Terminal.RunAsync(stop.Token, "segment", folder.Combine("sales.csv"), "--output", folder.Combine("out"));

        Assert.Equal(ExitCode.Interrupted, run.ExitCode);
        Assert.Equal(["sales.csv"], folder.Names());
    }

    [Fact]
    public async Task The_demo_verb_writes_the_same_shop_for_the_same_seed()
    {
        using var folder = new TempFolder();

        var first = await Terminal.RunAsync("demo", folder.Combine("a.csv"), "--customers", "50", "--seed", "7");
        await Terminal.RunAsync("demo", folder.Combine("b.csv"), "--customers", "50", "--seed", "7");
        await Terminal.RunAsync("demo", folder.Combine("c.csv"), "--customers", "50", "--seed", "8");

        Assert.Equal(ExitCode.Done, first.ExitCode);
        Assert.Contains("50 customers", first.Output, StringComparison.Ordinal);
        Assert.Equal(["a.csv", "b.csv", "c.csv"], folder.Names());
        Assert.Equal(File.ReadAllText(folder.Combine("a.csv")), File.ReadAllText(folder.Combine("b.csv")));
        Assert.NotEqual(File.ReadAllText(folder.Combine("a.csv")), File.ReadAllText(folder.Combine("c.csv")));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/dev/stdout")]
    public async Task The_demo_verb_never_puts_a_file_in_the_place_of_a_device(string device)
    {
        if (!File.Exists(device))
        {
            return;
        }

        // Tests may run as root, who could: a link stands for the device, and must be a link afterwards.
        using var folder = new TempFolder();
        var link = folder.Combine("shop.csv");
        File.CreateSymbolicLink(link, device);
        if (device == "/dev/stdout" && OrdinaryFile.Is(device))
        {
            return;
        }

        var run = await Terminal.RunAsync("demo", link, "--customers", "5");

        Assert.Equal(ExitCode.Refused, run.ExitCode);
        Assert.Contains("Expected the name of an ordinary file to write", run.Error, StringComparison.Ordinal);
        Assert.NotNull(new FileInfo(link).LinkTarget);
        Assert.Equal(["shop.csv"], folder.Names());
    }
}
