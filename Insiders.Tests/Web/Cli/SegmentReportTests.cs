using Insiders.Core.Import;
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
            Cleaning rule      rows dropped  money  rows left  customers left
            -----------------  ------------  -----  ---------  --------------
            raw                           0   0.00        100              40
            no_customer (off)             7   0.00         93              40

            Left: 90 purchase rows, 3 return rows, 12 invoices, 5 stock codes, 2 countries,
            40 customers, gross revenue 8,524,604.60, 2016-11-29 to 2017-12-07.
            """.ReplaceLineEndings("\n"), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Questions_stand_under_their_heading_with_rows_money_and_the_option_that_answers()
    {
        var question = new Question(QuestionCode.StrayDates, ["1899-12-30", "2044-01-01"], 1_200, -16m, [], "leave-out", ["keep"]);

        Assert.Equal("", SegmentReport.Questions([]));
        Assert.Equal(
            "Questions about the data\nLeft out for their dates, from 1899-12-30 to 2044-01-01: after the day of the import or years from all others. See rejects.csv. "
            + "1,200 rows, worth -16.00. Otherwise: --answer stray-dates=keep.\n\n",
            SegmentReport.Questions([question]));
    }

    [Fact]
    public void A_rule_that_takes_away_more_than_one_row_in_two_hundred_is_said_first_with_its_money()
    {
        var report = SampleResults.Of(40).Cleaning;

        Assert.Equal("Left out by the rule no_customer: 7 rows (7.0 %), worth 0.00 (0.0 %).\n\n", SegmentReport.LeftOut(null, report));
        Assert.Equal("", SegmentReport.LeftOut(null, report with { Steps = report.Steps[..1] }));
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
