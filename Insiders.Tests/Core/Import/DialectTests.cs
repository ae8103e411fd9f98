using System.IO.Compression;
using System.Text;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

public sealed class DialectTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string Csv(string rows) => _folder.Write("sales.csv", ReadSale.Header + rows);

    [Theory]
    [InlineData(',')]
    [InlineData(';')]
    [InlineData('\t')]
    [InlineData('|')]
    public void The_separator_is_detected(char separator)
    {
        var text = (ReadSale.Header + "1,A,lamp,2,2017-01-31,2.55,C1,France\n").Replace(',', separator);

        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("sales.csv", text));

        Assert.Equal(separator, file.Dialect.Separator);
        Assert.Equal(new ReadSale(2, "1", "A", "lamp", 2, new DateTime(2017, 1, 31), 2.55m, "C1", "France"), Assert.Single(sales));
    }

    [Fact]
    public void A_Brazilian_spreadsheet_is_read_as_it_is_written()
    {
        var text = "Fatura;Código;Descrição;Quantidade;Data;Preço;Cliente;País\r\n"
            + "536365;85123A;LUMINÁRIA CORAÇÃO;1.200;31/01/2017 08:26;1.234,56;17850;Brasil\r\n";

        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("vendas.csv", Encoding.Latin1.GetBytes(text)));

        Assert.Equal(new CsvDialect(TextEncoding.Latin1, ';', DecimalMark.Comma, "dd/MM/yyyy"), file.Dialect);
        Assert.Equal(new ReadSale(2, "536365", "85123A", "LUMINÁRIA CORAÇÃO", 1200, new DateTime(2017, 1, 31, 8, 26, 0), 1234.56m, "17850", "Brasil"), Assert.Single(sales));
    }

    [Fact]
    public void The_encoding_is_found_however_late_the_first_special_letter_comes()
    {
        var plain = string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},A,plain,1,2017-01-31,2.55,C1,France\n"));
        var text = ReadSale.Header + plain + "X,A,caf\u00e9 \u20ac,1,2017-01-31,2.55,C1,France\n";

        var (latin, _, latinFile) = ReadSale.ReadAll(_folder.Write("latin.csv", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text)));
        var (utf8, _, utf8File) = ReadSale.ReadAll(_folder.Write("utf8.csv", text));

        Assert.Equal(TextEncoding.Latin1, latinFile.Dialect.Encoding);
        Assert.Equal(TextEncoding.Utf8, utf8File.Dialect.Encoding);
        Assert.Equal("café €", latin[^1].Description);
        Assert.Equal("café €", utf8[^1].Description);
    }

    [Fact]
    public void A_stray_byte_in_a_UTF8_file_keeps_its_letter()
    {
        byte[] text = [.. Encoding.UTF8.GetBytes(ReadSale.Header + "1,A,é "), 0xE9, .. Encoding.UTF8.GetBytes(" é,1,2017-01-31,2.55,C1,France\n")];

        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("mixed.csv", text));

        Assert.Equal(TextEncoding.Utf8, file.Dialect.Encoding);
        Assert.Equal("é é é", Assert.Single(sales).Description);
    }

    [Theory]
    [InlineData("utf-8", TextEncoding.Utf8)]
    [InlineData("utf-16", TextEncoding.Utf16)]
    [InlineData("utf-16BE", TextEncoding.Utf16)]
    public void A_byte_order_mark_is_no_part_of_the_first_header(string name, TextEncoding expected)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = [.. encoding.GetPreamble(), .. encoding.GetBytes(ReadSale.Header + "1,A,café,1,2017-01-31,2.55,C1,France\n")];

        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("sales.csv", text));

        Assert.Equal(expected, file.Dialect.Encoding);
        Assert.Equal("InvoiceNo", file.Columns.Headers[LedgerColumn.Invoice]);
        Assert.Equal("café", Assert.Single(sales).Description);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Lines_end_in_any_way_and_are_counted_alike(string end)
    {
        var text = ReadSale.Header + "1,A,\"two\nlines\",1,2017-01-31,2.55,C1,France\n\n2,A,lamp,1,2017-01-31,2.55,C1,France";

        var (sales, rejects, _) = ReadSale.ReadAll(_folder.Write("sales.csv", text.Replace("\n", end, StringComparison.Ordinal)));

        Assert.Empty(rejects);
        Assert.Equal([2, 5], sales.Select(sale => sale.Line));
        Assert.Equal($"two{end}lines", sales[0].Description);
    }

    [Fact]
    public void A_gzip_file_is_told_by_its_content()
    {
        using (var zip = new GZipStream(File.Create(_folder.Combine("sales.csv")), CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(ReadSale.Header + "1,A,lamp,2,2017-01-31,2.55,C1,France\n"));
        }

        Assert.Single(ReadSale.ReadAll(_folder.Combine("sales.csv")).Sales);
    }

    [Theory]
    [InlineData("13/02/2017", "dd/MM/yyyy", false)]
    [InlineData("02/13/2017", "MM/dd/yyyy", false)]
    [InlineData("02/03/2017", "dd/MM/yyyy", true)]
    public void Day_before_month_unless_a_date_says_otherwise(string date, string pattern, bool assumed)
    {
        var (_, _, file) = ReadSale.ReadAll(Csv($"1,A,lamp,2,01/02/2017,2.55,C1,France\n2,A,lamp,2,{date},2.55,C1,France\n"));

        Assert.Equal(pattern, file.Dialect.DatePattern);
        Assert.Equal(assumed, file.Dialect.DayBeforeMonthAssumed);
    }

    [Fact]
    public void A_telling_date_is_found_beyond_the_first_rows()
    {
        var first = string.Concat(Enumerable.Range(0, 10_000).Select(i => $"{i},A,lamp,2,12/1/2010 8:26,2,C1,France\n"));

        var (sales, rejects, file) = ReadSale.ReadAll(Csv(first + "X,A,lamp,2,12/13/2010 8:26,2.55,C1,France\n"));

        Assert.Equal("MM/dd/yyyy", file.Dialect.DatePattern); // dd/MM/yyyy, 12 January, if only the first rows were asked
        Assert.False(file.Dialect.DayBeforeMonthAssumed);
        Assert.Empty(rejects);
        Assert.Equal(new DateTime(2010, 12, 1, 8, 26, 0), sales[0].SoldAt);
    }

    [Fact]
    public void One_mistyped_date_does_not_turn_the_others_around()
    {
        static string Rows(int count, string date) => string.Concat(Enumerable.Repeat($"1,A,lamp,2,{date},2.55,C1,France\n", count));

        var (_, rejects, file) = ReadSale.ReadAll(Csv(Rows(10_000, "12/1/2010") + Rows(1, "25/12/2010") + Rows(3, "12/13/2010")));

        Assert.Equal("MM/dd/yyyy", file.Dialect.DatePattern); // dd/MM/yyyy if the first telling date decided alone
        Assert.Equal(10_002, Assert.Single(rejects).Line);
    }

    [Theory]
    [InlineData("1.234", ',', DecimalMark.Point, true)]
    [InlineData("1.234", ';', DecimalMark.Comma, true)]
    [InlineData("1.25", ';', DecimalMark.Point, false)]
    public void A_number_that_tells_nothing_leaves_the_mark_to_the_separator(string price, char separator, DecimalMark mark, bool assumed)
    {
        var text = (ReadSale.Header + "1,A,lamp,2,2017-01-31,#,C1,France\n").Replace(',', separator).Replace("#", price, StringComparison.Ordinal);

        var (_, _, file) = ReadSale.ReadAll(_folder.Write("sales.csv", text));

        Assert.Equal(mark, file.Dialect.DecimalMark);
        Assert.Equal(assumed, file.Dialect.DecimalMarkAssumed);
    }

    [Fact]
    public void Everything_detected_can_be_overridden()
    {
        var options = new ImportOptions { Separator = ',', DecimalMark = DecimalMark.Comma, DatePattern = "MM/dd/yyyy", Encoding = TextEncoding.Latin1 };

        var (sales, _, file) = ReadSale.ReadAll(Csv("1,A,lamp,2,01/02/2017,1.234,C1,France\n"), options);

        Assert.Equal(new CsvDialect(TextEncoding.Latin1, ',', DecimalMark.Comma, "MM/dd/yyyy"), file.Dialect);
        Assert.Equal(1234m, sales[0].UnitPrice);
        Assert.Equal(new DateTime(2017, 1, 2), sales[0].SoldAt);
    }

    [Fact]
    public void A_line_that_names_the_separator_is_no_header()
    {
        var text = "sep=;\r\n" + ReadSale.Header.Replace(',', ';') + "1;A;lamp;2;2017-01-31;2,55;C1;France\r\n";

        Assert.Equal(3, Assert.Single(ReadSale.ReadAll(_folder.Write("sales.csv", text)).Sales).Line);
    }
}
