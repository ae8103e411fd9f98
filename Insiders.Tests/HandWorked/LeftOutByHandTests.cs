using Insiders.Core.Cleaning;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Tests.Fixtures;
using Insiders.Web.Cli;

namespace Insiders.Tests.HandWorked;

/// <summary>Whole months and countries that reading or a rule leaves out, worked out by hand.</summary>
public sealed class LeftOutByHandTests : IDisposable
{
    private const string Header = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country,Status\n";

    // March: all without a customer, and all of Malta. April: cancelled whole. May: kept, with one line of nobody.
    private const string Text = Header
        + "1,A,lamp,2,2021-03-04,5.00,,Malta,paid\n1,B,cup,1,2021-03-05,7.00,,Malta,paid\n"
        + "2,A,lamp,4,2021-04-04,5.00,C1,France,cancelled\n"
        + "3,A,lamp,1,2021-05-04,5.00,C1,France,paid\n4,B,cup,3,2021-05-05,7.00,C2,France,paid\n5,B,cup,1,2021-05-06,7.00,,France,paid\n6,A,lamp,1,2021-05-07,5.00,C3,Spain,paid\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Months_and_countries_of_which_nothing_is_left_are_named_with_money()
    {
        var (import, report) = await CleanAsync();

        Assert.Equal([new LeftOutPart(LeftOutKind.Month, "2021-04", 1, 20m)], import.LeftOut.ToArray());
        Assert.Equal((20m, true), (import.RejectedAmount, import.IsNoticeable));
        Assert.Equal(
            [new LeftOutPart(LeftOutKind.Month, "2021-03", 2, 17m, "no-customer"), new LeftOutPart(LeftOutKind.Country, "Malta", 2, 17m, "no-customer")],
            report.LeftOut.ToArray());
    }

    [Fact]
    public async Task The_command_line_says_them_before_the_waterfall()
    {
        var (import, report) = await CleanAsync();

        var said = SegmentReport.LeftOut(import, report);

        Assert.Contains("Left out while reading: 1 of 7 rows (14.3 %), worth 20.00, see rejects.csv.", said, StringComparison.Ordinal);
        Assert.Contains("Left out whole: the month 2021-04, 1 row, worth 20.00, while reading.", said, StringComparison.Ordinal);
        Assert.Contains("Left out whole: the country Malta, 2 rows, worth 17.00, most by the rule no-customer.", said, StringComparison.Ordinal);
    }

    private async Task<(LedgerImport Import, CleaningReport Report)> CleanAsync()
    {
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        var import = await ledger.ImportAsync(_folder.Write("sales.csv", Text), ImportOptions.Default, new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), null, CancellationToken.None);
        using var session = ledger.Open(threads: 1);
        return (import, (await CleanLedger.BuildAsync(session, Recipe.Shop.Cleaning, CancellationToken.None)).Report);
    }
}
