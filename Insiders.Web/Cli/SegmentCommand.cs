using System.CommandLine;
using System.Diagnostics;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Problems;
using Insiders.Web.Exports;

namespace Insiders.Web.Cli;

/// <summary>The verb that turns sales files into segments, on the terminal and as files.</summary>
public static class SegmentCommand
{
    private static readonly Argument<string[]> s_files = new("FILE")
    {
        Description = "The sales: CSV or text, also packed with gzip or zip, an Excel workbook (.xlsx), or Parquet; a folder of such files, or several files with the same headings.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> s_output = new("--output")
    {
        HelpName = "DIR",
        Description = "Folder for segments.csv, customers.csv, cleaning.csv, rejects.csv and run.json. Default: nothing is written.",
    };

    private static readonly Option<string?> s_recipe = new("--recipe")
    {
        HelpName = "FILE",
        Description = "Settings of the run as JSON, such as the recipe in run.json. Default: the preset's.",
    };

    private static readonly Option<string?> s_preset = new("--preset")
    {
        HelpName = "NAME",
        Description = "shop, for any shop, or study, which repeats the published study on its own file. Default: shop.",
    };

    private static readonly Option<ulong?> s_seed = NumberOption.Seed("Seed of every random choice. Default: the recipe's, 42.");

    private static readonly Option<int?> s_threads = NumberOption.Between("--threads", 1, 1_024, "Threads to use; the result does not depend on it. Default: one per processor.");

    private static readonly Option<int?> s_fewest = NumberOption.Between("--k-min", SweepOptions.Fewest, SweepOptions.Most, "Fewest clusters to try. Default: the recipe's.");

    private static readonly Option<int?> s_most = NumberOption.Between("--k-max", SweepOptions.Fewest, SweepOptions.Most, "Most clusters to try. Default: the recipe's.");

    /// <summary>The verb.</summary>
    public static Command Create()
    {
        var command = new Command("segment", "Turns a sales ledger into named customer segments.") { s_files, s_output, s_preset, s_recipe, s_seed, s_threads, s_fewest, s_most };
        foreach (var option in ReadingOptions.All)
        {
            command.Add(option);
        }

        command.SetAction(RunAsync);
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var output = parsed.InvocationConfiguration.Output;
        var files = parsed.GetRequiredValue(s_files);
        var recipe = ReadRecipe(parsed);
        var choices = ReadingOptions.Read(parsed);
        var threads = parsed.GetValue(s_threads) ?? Environment.ProcessorCount;
        using var staged = Stage(parsed.GetValue(s_output));
        using var workspace = new TemporaryLedger();

        var started = Stopwatch.GetTimestamp();
        var rejects = await workspace.ImportAsync(files, choices.ToOptions(NameOf(files)) with { Threads = threads }, parsed.InvocationConfiguration.Error, cancellationToken);
        var reading = Stopwatch.GetElapsedTime(started).TotalSeconds;
        var result = await workspace.RunAsync(recipe, threads, new ProgressLines(parsed.InvocationConfiguration.Error, TimeProvider.System), cancellationToken);
        List<(string Stage, double Seconds)> seconds = [("read", reading), .. result.Timings.Select(timing => (StageName(timing.Stage), timing.Seconds))];

        if (staged is not null)
        {
            try
            {
                ResultFiles.Write(staged, result, rejects, workspace.Fingerprint, seconds, cancellationToken);
                staged.Publish();
            }
            catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
            {
                throw Unwritable(parsed.GetValue(s_output), refusal);
            }
        }

        await output.WriteAsync($"{SegmentReport.Questions([.. workspace.Questions, .. result.Cleaning.Questions])}{SegmentReport.LeftOut(workspace.Import, result.Cleaning)}{SegmentReport.Waterfall(result.Cleaning)}\n{SegmentReport.Features(result)}{SegmentReport.Sweep(result)}\n{SegmentReport.Segments(result)}\n{SegmentReport.Timings(seconds)}");
        return ExitCode.Done;
    }

    private static string NameOf(string[] files) => string.Join(", ", files.Select(file => Path.GetFileName(Path.TrimEndingDirectorySeparator(file))));

    private static string StageName(SegmentationStage stage) => stage.ToString().ToLowerInvariant();

    private static Recipe ReadRecipe(ParseResult parsed)
    {
        var recipe = parsed.GetValue(s_recipe) is { } path ? ReadRecipeFile(path) : Preset(parsed);
        var fewest = parsed.GetValue(s_fewest) ?? recipe.Sweep.Minimum;
        var most = parsed.GetValue(s_most) ?? recipe.Sweep.Maximum;
        if (fewest > most)
        {
            throw new RefusedException($"The fewest clusters to try ({fewest}) must not be above the most ({most}): change --k-min or --k-max.");
        }

        var sweep = recipe.Sweep with { Minimum = fewest, Maximum = most, Adapts = recipe.Sweep.Adapts && parsed.GetValue(s_fewest) is null && parsed.GetValue(s_most) is null };
        return recipe with { Seed = parsed.GetValue(s_seed) ?? recipe.Seed, Sweep = sweep };
    }

    private static Recipe Preset(ParseResult parsed)
    {
        var name = parsed.GetValue(s_preset) ?? RecipePresets.Shop;
        return RecipePresets.Find(name) ?? throw new RefusedException($"--preset expects {string.Join(" or ", RecipePresets.All.Select(preset => preset.Name))}, and found '{name}'.");
    }

    private static Recipe ReadRecipeFile(string path)
    {
        try
        {
            return RecipeJson.Read(File.ReadAllText(path));
        }
        catch (RecipeException mistake)
        {
            throw new RefusedException($"{path} is no recipe: {mistake.Message}", mistake);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw new RefusedException($"The recipe {path} cannot be read: {refusal.Message}", refusal);
        }
    }

    private static AtomicDirectoryWriter? Stage(string? folder)
    {
        if (folder == "")
        {
            throw new RefusedException("--output expects a folder, and found ''.");
        }

        try
        {
            return folder is null ? null : new AtomicDirectoryWriter(folder);
        }
        catch (Exception refusal) when (refusal is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, refusal);
        }
    }

    private static RefusedException Unwritable(string? folder, Exception refusal) =>
        new($"Cannot write to the output folder {folder}: {refusal.Message.TrimEnd('.')}.", refusal);
}
