using System.Globalization;
using System.IO.Compression;
using System.Text;
using Insiders.Core.Cleaning;
using Insiders.Core.Import;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Tests.Web.Exports;
using Insiders.Web.Account;
using Insiders.Web.Cli;
using Insiders.Web.Components.ChartCards;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Shell;

namespace Insiders.Tests.Web.Api;

/// <summary>No file that leaves this program has a cell that a spreadsheet would run, whatever customers, segments, products and countries are called.</summary>
public sealed class HostileExportsTests(HostileShop shop) : IClassFixture<HostileShop>
{
    // Outliers, of which a small ledger has none.
    private static readonly string[] s_maybeEmpty = ["quality-prices", "quality-quantities", "value-groups"];

    // Tables that show no name that anybody can choose. A new table is expected to show one until it is listed here.
    private static readonly string[] s_nameless = ["candidates", "cleaning", "rfm-regions", "rfm-cells", "imports", "segment-differences", "run-segments", "clusters", "timings", "quality-hours", "picked-differences", "customer-runs", "continents", "cohorts", "gain-loss", "revenue-tree", .. s_maybeEmpty];

    private static readonly ExportDialect[] s_dialects = [new(',', '.'), new(';', ','), new('\t', '.')];

    [Fact]
    public async Task No_table_of_the_catalogue_runs_in_a_spreadsheet_whatever_its_dialect()
    {
        var client = await shop.Site.ClientAsync(Roles.Admin);
        var nameless = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entry in ModuleCatalog.Exports)
        {
            foreach (var dialect in s_dialects)
            {
                var csv = await client.GetStringAsync($"/export/{entry.Key}.csv{QueryOf(entry)}&sep={dialect.SeparatorName}&dec={dialect.DecimalName}");
                HarmlessCsv(entry.Key, csv, dialect.Separator, dialect.DecimalMark);
                if (!HostileNames.AreIn(csv))
                {
                    nameless.Add(entry.Key);
                }
            }

            HarmlessCsv(entry.Key, await client.GetStringAsync($"/export/{entry.Key}.csv{QueryOf(entry)}&all=1&sep=comma&dec=point"), ',', '.');
            HarmlessWorkbook(entry.Key, await client.GetByteArrayAsync($"/export/{entry.Key}.xlsx{QueryOf(entry)}"));
        }

        Assert.True(nameless.SetEquals(s_nameless), $"without a name: {string.Join(", ", nameless.Except(s_nameless))}; with one: {string.Join(", ", s_nameless.Except(nameless))}");
    }

    [Fact]
    public async Task An_audience_and_a_list_of_one_country_are_harmless_too()
    {
        var client = await shop.Site.ClientAsync(Roles.Admin);
        foreach (var query in (string[])[$"picked.csv?audience={shop.AudienceId}", $"picked.csv?country={Uri.EscapeDataString(HostileNames.Formula)}", $"customers.csv?q={Uri.EscapeDataString(HostileNames.Formula)}"])
        {
            var csv = await client.GetStringAsync($"/export/{query}&sep=comma&dec=point");
            Assert.Contains($"\"'{HostileNames.Formula}\"", csv, StringComparison.Ordinal);
            HarmlessCsv(query, csv, ',', '.');
        }
    }

    [Fact]
    public async Task The_data_of_every_chart_are_harmless()
    {
        foreach (var chart in SampleCharts.All)
        {
            foreach (var dialect in s_dialects)
            {
                var csv = await ChartFileWriter.WriteAsync(ChartFileWriter.TableOf(chart.Table, chart.Title), dialect, default, CancellationToken.None);
                HarmlessCsv(chart.Title, Encoding.UTF8.GetString(csv.Bytes.Span), dialect.Separator, dialect.DecimalMark);
            }

            HarmlessWorkbook(chart.Title, (await ChartFileWriter.WriteAsync(ChartFileWriter.TableOf(chart.Table, chart.Title), null, default, CancellationToken.None)).Bytes.ToArray());
        }
    }

    [Fact]
    public async Task The_files_of_the_command_line_and_rejected_rows_are_harmless()
    {
        using var folder = new TempFolder();
        var recipe = RunHouse.Quick with { Cleaning = CleaningSettings.Default with { DisabledRules = ["unplaced-country"] } };
        await File.WriteAllTextAsync(folder.Combine("recipe.json"), RecipeJson.Write(recipe));

        var run = await Terminal.RunAsync("segment", shop.LedgerFile, "--output", folder.Combine("out"), "--recipe", folder.Combine("recipe.json"));
        RejectedSales.Write(SalesFile.Detect(shop.LedgerFile, new ImportOptions { FileName = "sales.csv" }, CancellationToken.None), folder.Combine("out", "mend.csv"), CancellationToken.None);

        Assert.Equal(ExitCode.Done, run.ExitCode);
        var files = Directory.GetFiles(folder.Combine("out"), "*.csv");
        Assert.Equal(["cleaning.csv", "customers.csv", "mend.csv", "rejects.csv", "segments.csv"], files.Select(Path.GetFileName).Order(StringComparer.Ordinal));
        Assert.All(files, file => HarmlessCsv(file, File.ReadAllText(file), ',', '.'));
        Assert.All(["customers.csv", "mend.csv", "rejects.csv"], name => Assert.Contains($"'{HostileNames.Formula}", File.ReadAllText(folder.Combine("out", name)), StringComparison.Ordinal));
    }

    // What tables are about, where they are about one thing: a new one is asked the same way.
    private string QueryOf(ExportEntry entry)
    {
        var id = entry.Key.StartsWith("customer-", StringComparison.Ordinal) ? Uri.EscapeDataString(HostileNames.Formula) : entry.Key == "holdout-arms" ? shop.HoldoutId.ToString(CultureInfo.InvariantCulture) : shop.Published.Segments[1].SegmentId.ToString(CultureInfo.InvariantCulture);
        var audience = entry.Key switch { "audience" => $"&audience={shop.AudienceId}", "audience-changes" => $"&audience={shop.RuleId}", _ => "" };
        return $"?import={shop.ImportId}&id={id}&run={shop.Published.Run.Id}&code={Uri.EscapeDataString(HostileNames.Of(101).ToUpperInvariant())}{audience}";
    }

    private static void HarmlessCsv(string where, string text, char separator, char decimalMark)
    {
        var rows = CsvCells.Of(text.TrimStart('\uFEFF'), separator);
        Assert.True(rows.Count > 1 || s_maybeEmpty.Contains(where), $"{where} has rows");
        Assert.All(rows, row => Assert.Equal(rows[0].Count, row.Count)); // a name must not break out of its cell either
        var numbers = new NumberFormatInfo { NumberDecimalSeparator = decimalMark.ToString(), NumberGroupSeparator = " " };
        Assert.All(rows.SelectMany(row => row), cell => Assert.True(
            cell is not ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] || double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, numbers, out _),
            $"{where}: {cell}"));
    }

    private static void HarmlessWorkbook(string where, byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        foreach (var sheet in archive.Entries.Where(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)))
        {
            var cells = Sheet.Part(archive, sheet.FullName).Descendants().Where(element => element.Name.LocalName == "c").ToList();
            Assert.NotEmpty(cells);
            Assert.DoesNotContain(cells.SelectMany(cell => cell.Descendants()), element => element.Name.LocalName is "f" or "hyperlink");
            Assert.All(cells.Where(cell => cell.Value.Length > 0 && !double.TryParse(cell.Value, CultureInfo.InvariantCulture, out _)), cell => Assert.True(cell.Attribute("t")?.Value == "str", $"{where}: {cell}"));
        }

        Assert.DoesNotContain(archive.Entries, entry => entry.FullName.Contains("external", StringComparison.OrdinalIgnoreCase));
    }
}
