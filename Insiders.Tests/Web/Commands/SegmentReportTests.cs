using Insiders.Core.Learning.Forests;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Web.Commands;

namespace Insiders.Tests.Web.Commands;

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
