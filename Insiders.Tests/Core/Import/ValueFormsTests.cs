using System.Globalization;
using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Import.Values;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Import;

/// <summary>Dates, numbers, encodings and layouts as shops write them.</summary>
public sealed class ValueFormsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("yyyy-MM-dd", "2021-03-04 05:06:07 -0330", "2021-03-04T05:06:07")]
    [InlineData("yyyy-MM-dd", "2021-03-04T05:06+2", "2021-03-04T05:06:00")]
    [InlineData("yyyy-MM-dd", "2021-03-04 05:06:07 UTC", "2021-03-04T05:06:07")]
    [InlineData("yyyy-MM-dd", "2021-03-04 05:06 GMT+1", "2021-03-04T05:06:00")]
    [InlineData("MM/dd/yyyy", "3/4/2021, 5:06\u202FPM", "2021-03-04T17:06:00")]
    [InlineData("dd/MM/yyyy", "4/3/2021 12:06 a.\u00a0m.", "2021-03-04T00:06:00")]
    [InlineData("dd-MMM-yyyy", "04-dic-2021", "2021-12-04T00:00:00")]
    [InlineData("dd MMM yyyy", "4 de agosto de 2021", "2021-08-04T00:00:00")]
    [InlineData("dd MMM yyyy", "4. März 2021", "2021-03-04T00:00:00")]
    [InlineData("dd MMM yyyy", "4 juil. 2021", "2021-07-04T00:00:00")]
    [InlineData("dd MMM yyyy", "4 juin 2021", "2021-06-04T00:00:00")]
    [InlineData("dd MMM yyyy", "14 déc. 2021 08:00", "2021-12-14T08:00:00")]
    [InlineData("dd MMM yyyy", "4 août 2021", "2021-08-04T00:00:00")]
    [InlineData("MMM dd yyyy", "Oct 4, 2021", "2021-10-04T00:00:00")]
    [InlineData("excel", "44259.25", "2021-03-04T06:00:00")]
    [InlineData("excel", "44259,75", "2021-03-04T18:00:00")]
    [InlineData("unix", "1614834367", "2021-03-04T05:06:07")]
    [InlineData("unix-ms", "1614834367250", "2021-03-04T05:06:07.25")]
    public void A_date_is_read_in_the_form_it_has(string pattern, string text, string expected)
    {
        Assert.True(new DatePattern(pattern).TryRead(Encoding.UTF8.GetBytes(text), out var microseconds));

        Assert.Equal(DateTime.Parse(expected, CultureInfo.InvariantCulture), DateTime.UnixEpoch.AddTicks(microseconds * 10));
    }

    [Theory]
    [InlineData("dd/MM/yyyy", "4/3/2021 13:06 PM")]
    [InlineData("dd MMM yyyy", "4 jui 2021")]
    [InlineData("excel", "442590")]
    [InlineData("excel", "12345.5")]
    [InlineData("unix", "1614834367.5")]
    [InlineData("yyyy-MM-dd", "2021-03-04 05:06 +9900")]
    public void What_has_no_such_form_is_refused(string pattern, string text) => Assert.False(new DatePattern(pattern).TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("12,34,567.50", DecimalMark.Point, 12_345_675_000)]
    [InlineData("(3.20)", DecimalMark.Point, -32_000)]
    [InlineData("3,20-", DecimalMark.Comma, -32_000)]
    [InlineData("CHF 1\u2019234.50", DecimalMark.Point, 12_345_000)]
    [InlineData("7,50 Kč", DecimalMark.Comma, 75_000)]
    [InlineData("Rs. 1,250", DecimalMark.Point, 12_500_000)]
    [InlineData("₺ 9,99", DecimalMark.Comma, 99_900)]
    [InlineData("EUR 9.99", DecimalMark.Point, 99_900)]
    [InlineData("(US$ 5.00)", DecimalMark.Point, -50_000)]
    public void An_amount_is_read_in_the_form_it_has(string text, DecimalMark mark, long tenThousandths)
    {
        Assert.True(Amount.TryRead(Encoding.UTF8.GetBytes(text), mark, out var value, out _));

        Assert.Equal(tenThousandths, value);
    }

    [Theory]
    [InlineData("1,23,45")]
    [InlineData("123,45,678")]
    [InlineData("(-5)")]
    [InlineData("5 pieces")]
    [InlineData("M5")]
    [InlineData("$ 5 €")]
    public void What_is_no_amount_is_refused(string text) => Assert.False(Amount.TryRead(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out _, out _));

    [Theory]
    [InlineData(1250, "Łódź i Kraków, święta; Třeboň", TextEncoding.Windows1250)]
    [InlineData(1250, "Győr, ősz és tűz", TextEncoding.Windows1250)]
    [InlineData(1251, "Москва и Санкт-Петербург", TextEncoding.Windows1251)]
    [InlineData(1253, "Αθήνα και Θεσσαλονίκη", TextEncoding.Windows1253)]
    [InlineData(1254, "Iğdır, Şişli, Diyarbakır", TextEncoding.Windows1254)]
    [InlineData(1252, "São João, coração, más señal, crème brûlée, Größe", TextEncoding.Latin1)]
    public void The_letters_tell_the_code_page(int page, string words, TextEncoding expected)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(page)!;
        var text = ReadSale.Header + $"1,A,\"{words}\",2,2021-03-04,2.55,C1,France\n";

        var (sales, _, file) = ReadSale.ReadAll(_folder.Write("page.csv", encoding.GetBytes(text)));

        Assert.Equal(expected, file.Dialect.Encoding);
        Assert.Equal(words, Assert.Single(sales).Description);
    }

    [Theory]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32", true)]
    public void A_wide_encoding_needs_no_mark(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] text = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes(ReadSale.Header + "1,A,café,1,2021-03-04,2.55,C1,France\n")];

        Assert.Equal("café", Assert.Single(ReadSale.ReadAll(_folder.Write("wide.csv", text)).Sales).Description);
    }

    [Fact]
    public void Quotes_that_are_not_doubled_stay_in_their_values()
    {
        var text = string.Concat(ReadSale.Header.TrimEnd().Split(',').Select(header => $"\"{header}\",")).TrimEnd(',')
            + "\n\"1\",\"A\",\"7\" nail\",\"2\",\"2021-03-04\",\"2.55\",\"C1\",\"France\"\n\"2\",\"B\",\"pipe 2\"\",\"1\",\"2021-03-05\",\"1.00\",\"C2\",\"France\"\n";

        var (sales, rejects, file) = ReadSale.ReadAll(_folder.Write("inches.csv", text));

        Assert.Empty(rejects);
        Assert.Equal(Quoting.Unescaped, file.Dialect.Quoting);
        Assert.Equal(["7\" nail", "pipe 2\""], sales.Select(sale => sale.Description));
    }

    [Fact]
    public void Whole_lines_in_quotes_are_lines()
    {
        var text = "\"" + ReadSale.Header.TrimEnd() + "\"\n\"1,A,\"\"lamp, red\"\",2,2021-03-04,2.55,C1,France\"\n";

        Assert.Equal("lamp, red", Assert.Single(ReadSale.ReadAll(_folder.Write("lines.csv", text)).Sales).Description);
    }

    [Fact]
    public void Titles_stand_above_the_header_and_a_header_again_is_no_sale()
    {
        var text = "My shop\nAll sales,,,,,,,\n" + ReadSale.Header + "1,A,lamp,2,2021-03-04,2.55,C1,France\n" + ReadSale.Header + "2,A,lamp,2,2021-03-05,2.55,C1,France\n";

        var (sales, rejects, file) = ReadSale.ReadAll(_folder.Write("titles.csv", text));

        Assert.Equal(2, file.Dialect.TitleLines);
        Assert.Equal([4, 6], sales.Select(sale => sale.Line));
        Assert.Equal((5, "The header stands here once more."), (rejects[0].Line, rejects[0].Reason.Sentence));
    }

    [Fact]
    public void A_text_in_a_formula_keeps_its_zeros() =>
        Assert.Equal("0007", Assert.Single(ReadSale.ReadAll(_folder.Write("formula.csv", ReadSale.Header + "1,A,lamp,2,2021-03-04,2.55,\"=\"\"0007\"\"\",France\n")).Sales).Customer);
}
