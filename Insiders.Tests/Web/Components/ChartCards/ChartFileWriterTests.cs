using System.Text;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Tests.Web.Exports;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Components.ChartCards;
using Insiders.Web.Exports;

namespace Insiders.Tests.Web.Components.ChartCards;

public sealed class ChartFileWriterTests
{
    private static readonly BarChart s_sweep = SweepColumns.Build([SampleResults.Tried(12, 0.7125) with { IsWinner = true }, SampleResults.Tried(1300, 0.81)]);

    [Fact]
    public async Task No_name_in_the_file_of_a_chart_is_a_formula()
    {
        var lines = await LinesAsync(SampleCharts.Bars, new(',', '.'));
        var rows = await RowsAsync(SampleCharts.Bars);

        Assert.Equal(4, lines.Length); // header, two rows, and the end of the last
        Assert.StartsWith("'=cmd", lines[1].TrimStart('"'), StringComparison.Ordinal);
        Assert.Equal("b,2", lines[2]);
        Assert.Equal(SampleCharts.Formula, rows[1]["A"]); // a text in a cell of text
    }

    [Fact]
    public async Task Numbers_are_whole_and_written_as_was_chosen()
    {
        Assert.Equal(["12;0,7125", "1300;0,81"], (await LinesAsync(s_sweep, new(';', ',')))[1..3]); // "1,300" and "0.713 ★" as the page writes them
        Assert.Equal(["12\t0.7125", "1300\t0.81"], (await LinesAsync(s_sweep, new('\t', '.')))[1..3]);
    }

    [Fact]
    public async Task In_a_workbook_numbers_are_numbers_and_what_is_not_there_is_blank()
    {
        var grid = SampleCharts.Grid with { Table = new(["day", "9:00", "10:00"], [new([ChartCell.Of("Monday"), ChartCell.Money(null), ChartCell.Money(1_234.5649999)])]) };

        Assert.Equal([12d, 0.7125], (await RowsAsync(s_sweep))[1].Values);
        var row = (await RowsAsync(grid))[1];
        Assert.Equal(("Monday", null, 1_234.56), (row["A"], row.TryGetValue("B", out var none) ? none : null, row["C"]));
        Assert.Equal("Monday;;1234,56", (await LinesAsync(grid, new(';', ',')))[1]);
    }

    private static async Task<string[]> LinesAsync(ChartSpec spec, ExportDialect dialect)
    {
        var table = ChartFileWriter.TableOf(spec.Table, spec.Title) with { Conditions = () => ["Germany"] };
        var file = await ChartFileWriter.WriteAsync(table, dialect, new DateOnly(2026, 11, 30), CancellationToken.None);
        Assert.EndsWith($" – Germany – {table.Count} – 2026-11-30.csv", file.Name, StringComparison.Ordinal);
        return Encoding.UTF8.GetString(file.Bytes.Span).Split('\n');
    }

    private static async Task<IReadOnlyList<IDictionary<string, object?>>> RowsAsync(ChartSpec spec)
        => Sheet.Read(new MemoryStream((await ChartFileWriter.WriteAsync(ChartFileWriter.TableOf(spec.Table, spec.Title), null, default, CancellationToken.None)).Bytes.ToArray()));
}
