using System.Globalization;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Segments;

public sealed class SegmentDocsTests
{
    private const string Begin = "<!-- regions:begin -->\n";
    private const string End = "<!-- regions:end -->";

    [Fact]
    public void The_table_of_regions_in_the_docs_is_the_list_in_the_code()
    {
        var path = Path.Combine(SharedData.RepositoryRoot, "docs", "methods", "segments.md");
        var text = File.ReadAllText(path);
        var begin = text.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length;
        var end = text.IndexOf(End, StringComparison.Ordinal);
        var expected = text[..begin]
            + "| key | English | Português (Brasil) | revenue ÷ base | recency ÷ base | what the name says of 70 % at least | else it is called |\n|---|---|---|---|---|---|---|\n"
            + string.Concat(SegmentRegions.All.Select(Row)) + text[end..];
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, expected);
            return;
        }

        Assert.Equal(expected, text);
    }

    private static string Row(SegmentRegion region)
        => $"| `{region.Name.Key}` | {region.Name.English} | {region.Name.Portuguese} | {Range(region.RevenueFrom, region.RevenueBelow)} | {Range(region.RecencyFrom, region.RecencyBelow)} | {region.Claim?.Text.English ?? "–"} | {(region.Claim is null ? "–" : region.Plain.English)} |\n";

    private static string Range(double from, double below) => (from, below) switch
    {
        (0, _) => string.Create(CultureInfo.InvariantCulture, $"below {below}"),
        (_, double.PositiveInfinity) => string.Create(CultureInfo.InvariantCulture, $"{from} and more"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{from} to below {below}"),
    };
}
