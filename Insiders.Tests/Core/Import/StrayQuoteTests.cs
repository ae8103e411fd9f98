using System.Globalization;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>A quote that stands in a value by mistake takes in every line until the next one: those lines are read all the same.</summary>
public sealed class StrayQuoteTests : IDisposable
{
    private const string Stray = "S,A,\"12 inch lamp,2,2017-01-31,2.55,C1,France\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_reject_says_from_which_line_to_which_and_how_many_and_they_are_read()
    {
        var (sales, rejects, _) = Read(Rows(2) + Stray + Rows(237) + "Q,A,\"lamp, red\",2,2017-01-31,2.55,C1,France\n" + Rows(3));

        var rejected = Assert.Single(rejects);
        Assert.Equal(
            (4, "", "S,A,\"12 inch lamp,2,2017-01-31,2.55,C1,France", "A quote opens in this line and closes only in line 242; lines 5 to 242, 238 of them, are read on their own."),
            (rejected.Line, rejected.Column, rejected.Value, rejected.Reason.Sentence));
        Assert.Equal(2 + 237 + 1 + 3, sales.Count);
        Assert.Equal("lamp, red", sales.Single(sale => sale.Invoice == "Q").Description);
        Assert.Equal(Enumerable.Range(2, 244).Where(line => line != 4).Select(line => (long)line), sales.Select(sale => sale.Line));
    }

    [Fact]
    public void One_that_swallows_a_single_row_and_keeps_the_width_is_found_too()
    {
        var (sales, rejects, _) = Read(Stray + "Q,B,\"Mug\",3,2017-02-01,1.00,C2,Brasil\n" + Rows(1));

        Assert.Equal("A quote opens in this line and closes only in line 3; that line is read on its own.", Assert.Single(rejects).Reason.Sentence);
        Assert.Equal(["Q", "1"], sales.Select(sale => sale.Invoice));
        Assert.Equal("Mug", sales[0].Description);
    }

    [Fact]
    public void Two_of_them_are_two_rejects()
    {
        var (sales, rejects, _) = Read(Stray + Rows(5) + Stray + Rows(5));

        Assert.Equal([2L, 8L], rejects.Select(row => row.Line));
        Assert.Equal(10, sales.Count);
    }

    [Theory]
    [InlineData("A lamp\nin two lines")]
    [InlineData("A lamp\n\nwith an empty line\r\nand a, comma")]
    [InlineData("1, 2, 3, 4\n5, 6, 7")]
    [InlineData("\"\"quoted\"\"\nthings")]
    public void A_value_that_rightly_goes_over_lines_stays_one_value(string description)
    {
        var (sales, rejects, _) = Read(Rows(1) + $"M,A,\"{description}\",2,2017-01-31,2.55,C1,France\n" + Rows(1));

        Assert.Empty(rejects);
        Assert.Equal(description.Replace("\"\"", "\"", StringComparison.Ordinal), sales[1].Description);
    }

    [Fact]
    public void The_file_of_rejected_rows_holds_the_line_alone_ready_to_load()
    {
        var path = _folder.Write("sales.csv", ReadSale.Header + Rows(2) + Stray + Rows(5) + "Q,A,\"lamp, red\",2,2017-01-31,2.55,C1,France\n");

        Assert.Equal(1, RejectedSales.Write(SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None), _folder.Combine("rejected.csv"), CancellationToken.None));

        var (sales, rejects, _) = ReadSale.ReadAll(_folder.Combine("rejected.csv"));
        Assert.Empty(rejects);
        Assert.Equal(("S", "12 inch lamp", 2), (sales[0].Invoice, sales[0].Description, sales[0].Quantity));
    }

    private (List<ReadSale> Sales, List<RejectedRow> Rejects, SalesFile File) Read(string rows) => ReadSale.ReadAll(_folder.Write("quotes.csv", ReadSale.Header + rows));

    private static string Rows(int count) => string.Concat(Enumerable.Range(1, count).Select(row =>
        string.Create(CultureInfo.InvariantCulture, $"{row},A,lamp,2,2017-01-31,2.55,C1,France\n")));
}
