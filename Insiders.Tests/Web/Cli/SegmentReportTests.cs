using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Cli;

namespace Insiders.Tests.Web.Cli;

public sealed class SegmentReportTests
{
    [Fact]
    public void The_waterfall_is_aligned_and_says_which_rule_is_off()
    {
        var text = SegmentReport.Waterfall(SampleResults.Of(40).Cleaning);

        Assert.StartsWith("""
            Cleaning rule      rows dropped  rows left  customers left
            -----------------  ------------  ---------  --------------
            raw                           0        100              40
            no_customer (off)             7         93              40

            Left: 90 purchase rows, 3 return rows, 12 invoices, 5 stock codes, 2 countries,
            40 customers, gross revenue 8,524,604.60, 2016-11-29 to 2017-12-07.
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_left_out_for_their_dates_have_their_number_their_money_and_their_days()
    {
        Assert.Equal("", SegmentReport.LeftOut(null));
        Assert.StartsWith("Left out for their dates: 1 row worth 7.50, dated 2044-01-01: after", SegmentReport.LeftOut(new(1, 7.5m, new(2044, 1, 1), new(2044, 1, 1))), StringComparison.Ordinal);
        Assert.StartsWith("Left out for their dates: 1,200 rows worth -16.00, dated 1899-12-30 to 2044-01-01: after", SegmentReport.LeftOut(new(1_200, -16m, new(1899, 12, 30), new(2044, 1, 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void The_sweep_marks_the_winner_and_says_where_a_score_is_not_defined()
    {
        var lines = SegmentReport.Sweep(SampleResults.Of(40)).Split('\n');

        Assert.Equal("4  not defined", lines[2]);
        Assert.Equal("5       0.8000  <- best", lines[3]);
    }

    [Fact]
    public void Timings_end_with_their_sum()
    {
        Assert.Contains("sum       0.75", SegmentReport.Timings([("read", 0.5), ("clean", 0.25)]), StringComparison.Ordinal);
    }

    [Fact]
    public void Progress_is_a_line_per_stage_without_carriage_returns()
    {
        using var output = new StringWriter { NewLine = "\n" };
        var progress = new ProgressLines(output, TimeProvider.System);

        progress.Report(new RunProgress(SegmentationStage.Clean, 0, 0, null));
        progress.Report(new RunProgress(SegmentationStage.Clean, 0.5, 0.01, null));
        progress.Report(new RunProgress(SegmentationStage.Forest, 0, 0.25, TimeSpan.FromSeconds(3.2)));

        Assert.Equal("[ 0 %] Cleaning the ledger\n[25 %] Growing the forest, about 4 s left\n", output.ToString());
    }
}
