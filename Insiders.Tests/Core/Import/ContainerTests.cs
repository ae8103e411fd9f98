using System.IO.Compression;
using System.Text;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>What holds the sales changes nothing about them: gzip, zip, folder, workbook and Parquet give what a plain file gives.</summary>
public sealed class ContainerTests : IDisposable
{
    private const string Header = "Order,SKU,Product,Qty,Date,Price,Customer,Country\n";
    private const string January = "1,A,Chá,2,2021-01-04 10:30:00,1.234,C1,Brasil\n2,B,\"Cup, blue\",1,2021-01-05,3.5,C2,Portugal\n";
    private const string February = "3,A,Chá,-1,2021-02-06,1.234,C1,Brasil\n4,C,Mate,4,2021-02-07,0.5,C3,Uruguay";

    private static readonly (string, string, string, int, DateTime, decimal, string)[] s_expected =
    [
        ("1", "A", "Chá", 2, new(2021, 1, 4, 10, 30, 0), 1.234m, "C1"), ("2", "B", "Cup, blue", 1, new(2021, 1, 5), 3.5m, "C2"),
        ("3", "A", "Chá", -1, new(2021, 2, 6), 1.234m, "C1"), ("4", "C", "Mate", 4, new(2021, 2, 7), 0.5m, "C3"),
    ];

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_zip_of_monthly_files_is_read_as_one()
    {
        // Each month as another program leaves it: a mark, Windows-1252, a title above, no end of the last line, gzip.
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes("Sales of February\n\n" + Header + February));
        }

        var path = _folder.Write("year.zip", Packed.Zip(
            ("2021/02.csv.gz", packed.ToArray()),
            ("2021/01.csv", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Header + January.TrimEnd('\n'))]),
            ("2021/03.csv", Encoding.Latin1.GetBytes(Header + "5,A,Chá,1,2021-03-01,2,C1,Brasil\r\n")),
            ("__MACOSX/2021/._01.csv", [0, 1, 2]), ("terms.pdf", [1, 2, 3])));

        Assert.Equal([.. s_expected, ("5", "A", "Chá", 1, new DateTime(2021, 3, 1), 2m, "C1")], Sales(path));
    }

    [Fact]
    public void A_folder_and_several_files_are_read_as_one()
    {
        Directory.CreateDirectory(_folder.Combine("sales"));
        var january = _folder.Write("sales/a.csv", Header + January);
        var february = _folder.Write("sales/b.zip", Packed.Zip(("feb.csv", Header + February)));
        _folder.Write("sales/notes.md", "no sales");

        Assert.Equal(s_expected, Sales(_folder.Combine("sales")));
        Assert.Equal(s_expected, Sales(january, new() { FurtherFiles = [february] }));
    }

    [Fact]
    public void A_rejected_row_is_named_by_its_file_and_its_line_there()
    {
        var path = _folder.Write("year.zip", Packed.Zip(
            ("01.csv", Header + January + "9,A,Tea,many,2021-01-09,1,C1,Brasil"),
            ("02.csv", "Sales of February\n" + Header + February + "\n8,A,Tea,1,2021-02-30,1,C1,Brasil\n7,\"A,Tea,1,2021-02-03,1,C1,Brasil\n\"6\",A,Tea,1,2021-02-03,1,C1,Brasil\n")));

        var (sales, rejects, _) = ReadSale.ReadAll(path);

        Assert.Equal([("01.csv", 4L, "many"), ("02.csv", 5, "2021-02-30"), ("02.csv", 6, "7,\"A,Tea,1,2021-02-03,1,C1,Brasil")], rejects.Select(row => (row.File, row.Line, row.Value)));
        Assert.Contains("closes only in line 7", rejects[2].Reason.Sentence, StringComparison.Ordinal);
        Assert.Equal(5, sales.Count);
        Assert.Null(Assert.Single(ReadSale.ReadAll(_folder.Write("plain.csv", Header + January + "9,A,Tea,many,2021-01-09,1,C1,Brasil")).Rejects).File);
    }

    [Fact]
    public void A_workbook_gives_its_numbers_and_days_without_a_question()
    {
        var path = _folder.Write("sales.xlsx", Packed.Workbook(
            false, ("Notes", "hidden", Packed.Row(1, "nothing")), ("Sales", "", Rows(0)), ("Old", "", Packed.Row(1, "Order", "SKU", "Product", "Qty", "Date", "Price", "Customer", "Country") + Packed.Row(2, 7, "A", "Tea", 1, new DateOnly(2019, 1, 1), 2, "C7", "Brasil"))));

        Assert.Equal(s_expected, Sales(path));
        Assert.Equal("C7", Assert.Single(Sales(path, new() { Sheet = "old" })).Item7);
        Assert.Empty(SalesSurvey.Take(SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None), 100, DateTimeOffset.UtcNow, CancellationToken.None).Questions);
    }

    [Fact]
    public void A_workbook_that_counts_from_1904_has_the_same_days()
        => Assert.Equal(s_expected, Sales(_folder.Write("mac.xlsx", Packed.Workbook(true, ("Sales", "", Rows(-1_462))))));

    [Fact]
    public void Lines_of_a_workbook_are_rows_of_its_sheet()
    {
        var rows = Packed.Row(1, "Sales of the year") + Packed.Row(4, "Order", "Product", "Qty", "Date", "Price", "Customer")
            + Packed.Row(5, 1, "Tea\nblack", 2, new DateOnly(2021, 1, 4), 1.5, 17850) + Packed.Row(8, 2, "Tea", "many", new DateOnly(2021, 1, 4), 1.5, 17850);

        var (sales, rejects, _) = ReadSale.ReadAll(_folder.Write("sales.xlsx", Packed.Workbook(false, ("Sheet1", "", rows))));

        Assert.Equal((5L, "Tea black", "17850"), (sales[0].Line, sales[0].Description, sales[0].Customer));
        Assert.Equal((8L, "many"), (Assert.Single(rejects).Line, rejects[0].Value));
    }

    [Fact]
    public void Parquet_gives_its_numbers_and_moments()
    {
        var path = Packed.Parquet(_folder.Combine("a[1].parquet"), $"""
            SELECT "Order", SKU, Product, Qty, Date::TIMESTAMP AS Date, Price::DECIMAL(18, 3) AS Price, Customer, Country
            FROM read_csv('{_folder.Write("all.csv", Header + January + February)}', all_varchar = false)
            """);

        Assert.Equal(s_expected, Sales(path));
    }

    private static string Rows(int shift) => Packed.Row(1, "Order", "SKU", "Product", "Qty", "Date", "Price", "Customer", "Country")
        + Packed.Row(2, 1, "A", "Chá", 2, new DateTime(2021, 1, 4, 10, 30, 0).AddDays(shift), 1.234, "C1", "Brasil")
        + Packed.Row(3, 2, "B", "Cup, blue", 1, new DateOnly(2021, 1, 5).AddDays(shift), 3.5, "C2", "Portugal")
        + Packed.Row(4, 3, "A", "Chá", -1, new DateOnly(2021, 2, 6).AddDays(shift), 1.234, "C1", "Brasil")
        + Packed.Row(5, 4, "C", "Mate", 4, new DateOnly(2021, 2, 7).AddDays(shift), 0.5, "C3", "Uruguay");

    private static (string, string, string, int, DateTime, decimal, string)[] Sales(string path, ImportOptions? options = null)
    {
        var (sales, rejects, _) = ReadSale.ReadAll(path, options);
        Assert.Empty(rejects);
        return [.. sales.Select(sale => (sale.Invoice, sale.StockCode, sale.Description!, sale.Quantity, sale.SoldAt, sale.UnitPrice, sale.Customer!))];
    }
}
