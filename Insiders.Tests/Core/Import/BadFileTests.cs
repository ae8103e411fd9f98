using System.IO.Compression;
using System.Text;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

public sealed class BadFileTests : IDisposable
{
    private const string Good = "1,A,lamp,2,2017-01-31,2.55,C1,France\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Refused(byte[] bytes) => Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(_folder.Write("bad.csv", bytes))).Message;

    private string Refused(string text) => Refused(Encoding.UTF8.GetBytes(text));

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file(string text) =>
        Assert.Equal("The file is empty; expected a header line and one sale per line below it.", Refused(text));

    [Fact]
    public void A_header_alone() =>
        Assert.Equal("The file has a header and no rows; expected one sale per line below the header.", Refused(ReadSale.Header));

    [Fact]
    public void A_separator_nobody_uses()
    {
        var message = Refused((ReadSale.Header + Good).Replace(',', '~'));

        Assert.StartsWith("The first line has one column, 'InvoiceNo~StockCode~Description~Quantity", message, StringComparison.Ordinal);
        Assert.Contains("expected a column for the quantity (such as Quantity), the date (such as InvoiceDate)", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_separator_chosen_wrongly()
    {
        var path = _folder.Write("bad.csv", ReadSale.Header + Good);

        var failure = Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(path, new ImportOptions { Separator = ';' }));

        Assert.Contains("one column, 'InvoiceNo,StockCode", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_Excel_workbook_under_another_name()
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            zip.CreateEntry("xl/workbook.xml");
        }

        Assert.Contains("Excel workbook cannot be read", Refused(bytes.ToArray()), StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_text()
    {
        Assert.Contains("bytes that are not text", Refused([1, 2, 0, 4, 5]), StringComparison.Ordinal);
        Assert.Contains("bytes that are not text", Refused(ReadSale.Header + string.Concat(Enumerable.Repeat(Good, 20_000)) + "1,A,\0,"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_column_missing() =>
        Assert.Contains(
            "expected a column for the date (such as InvoiceDate)", Refused("InvoiceNo,StockCode,Description,Quantity,UnitPrice,CustomerID,Country\n1,A,lamp,2,2.55,C1,France\n"), StringComparison.Ordinal);

    [Fact]
    public void A_header_name_twice() =>
        Assert.Contains("The header 'Quantity' occurs 2 times", Refused(ReadSale.Header.Replace("Country", "Country,Quantity", StringComparison.Ordinal) + Good), StringComparison.Ordinal);

    [Fact]
    public void Every_row_rejected() =>
        Assert.Equal(
            "All 2 rows are unreadable; the first, in line 2: Quantity 'two' is not a number between -2,147,483,647 and 2,147,483,647; expected at least one row that can be read.",
            Refused(ReadSale.Header + "1,A,lamp,two,2017-01-31,2.55,C1,France\n2,A,lamp,three,2017-01-31,2.55,C1,France\n"));

    [Fact]
    public void Dates_of_no_known_pattern() =>
        Assert.Contains("holds 'yesterday', which follows no known date pattern", Refused(ReadSale.Header + "1,A,lamp,2,yesterday,2.55,C1,France\n"), StringComparison.Ordinal);

    [Fact]
    public void Dates_of_two_patterns_keep_the_first_kind_and_name_the_other()
    {
        var (sales, rejects, _) = ReadSale.ReadAll(_folder.Write("two.csv", ReadSale.Header + Good + Good + "1,A,lamp,2,29-Nov-16,2.55,C1,France\n"));

        Assert.Equal(2, sales.Count);
        Assert.Equal("Date '29-Nov-16' does not follow yyyy-MM-dd, the pattern of this file.", Assert.Single(rejects).Reason.Sentence);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(10)]
    [InlineData(30_000)]
    public void A_quote_that_never_closes(int goodRows)
    {
        var text = ReadSale.Header + string.Concat(Enumerable.Repeat(Good, goodRows))
            + "1,A,\"lamp,2,2017-01-31,2.55,C1,France\n" + string.Concat(Enumerable.Repeat(Good, 40_000));

        Assert.StartsWith(FormattableString.Invariant($"The quote that opens in line {goodRows + 2:N0} is never closed"), Refused(text), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quote_that_never_closes_near_the_end_and_below_the_start_of_its_row() =>
        Assert.StartsWith("The quote that opens in line 5 is never closed", Refused(ReadSale.Header + Good + "1,\"A\nB\n\",\"lamp\n" + Good), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData(ReadSale.Header)]
    [InlineData(ReadSale.Header + Good)]
    public void A_line_of_100_MB_in_bounded_memory(string before)
    {
        using (var file = File.Create(_folder.Combine("bad.csv")))
        {
            file.Write(Encoding.UTF8.GetBytes(before));
            var block = new byte[1 << 20];
            block.AsSpan().Fill((byte)'x');
            for (var i = 0; i < 100; i++)
            {
                file.Write(block);
            }
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var failure = Assert.Throws<NotALedgerException>(() => ReadSale.ReadAll(_folder.Combine("bad.csv")));

        Assert.EndsWith("is longer than 1 MB; expected one sale per line, at most 1 MB long.", failure.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - allocated, 0, 30_000_000); // 100,000,000 and more if the line were kept
    }

    [Theory]
    [InlineData(400_000)]
    [InlineData(9)] // the last block of text
    [InlineData(5)] // the checksum
    [InlineData(1)]
    public void A_gzip_file_cut_short(int missing) =>
        Assert.StartsWith("The gzip file is damaged or cut short", Refused(Zipped()[..^missing]), StringComparison.Ordinal);

    [Fact]
    public void A_gzip_file_damaged()
    {
        var zipped = Zipped();
        zipped.AsSpan(zipped.Length / 2, 64).Fill(0x55);

        Assert.StartsWith("The gzip file is damaged or cut short", Refused(zipped), StringComparison.Ordinal);
    }

    [Fact]
    public void A_gzip_file_of_several_members_is_good()
    {
        var zipped = Zipped();
        using var bytes = new MemoryStream();
        bytes.Write(zipped);
        for (var i = 0; i < 300; i++)
        {
            using var zip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true);
            zip.Write(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Good, i))));
        }

        Assert.Equal(50_000 + 299 * 300 / 2, ReadSale.ReadAll(_folder.Write("good.csv", bytes.ToArray())).Sales.Count);
    }

    private static byte[] Zipped()
    {
        using var bytes = new MemoryStream();
        using (var zip = new GZipStream(bytes, CompressionLevel.Optimal))
        {
            var numbers = new Random(1);
            zip.Write(Encoding.UTF8.GetBytes(ReadSale.Header));
            for (var i = 0; i < 50_000; i++)
            {
                zip.Write(Encoding.UTF8.GetBytes(FormattableString.Invariant($"{numbers.Next()},A{numbers.Next(9999)},lamp,2,2017-01-31,2.55,C1,France\n")));
            }
        }

        return bytes.ToArray();
    }
}
