using System.Globalization;
using System.Text;
using Insiders.Web.Exports;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Exports;

public sealed class CsvFileTests
{
    private static readonly ExportTable s_table = ExportTable.Of<(string Name, object? Value)>(
        () => "t",
        [("=cmd|' /C calc'!A0", -1_234.5), ("+1", 8_524_604.60m), ("-1", -7), ("@x", null), ("\tx", double.NaN), ("a;b,c", new DateOnly(2017, 12, 7)), ("17850", 0.1)],
        new("name", ValueKind.Text, row => row.Name),
        new("value", ValueKind.Number, row => row.Value));

    [Fact]
    public async Task A_text_is_never_a_formula_and_a_number_is_never_touched()
    {
        var lines = await LinesAsync(new(',', '.'));

        Assert.Equal(
            ["name,value", "\"'=cmd|' /C calc'!A0\",-1234.5", "\"'+1\",8524604.60", "\"'-1\",-7", "\"'@x\",", "\"'\tx\",", "\"a;b,c\",2017-12-07", "17850,0.1"],
            lines);
    }

    [Theory]
    [InlineData(';', ',', "\"'=cmd|' /C calc'!A0\";-1234,5", "\"a;b,c\";2017-12-07")]
    [InlineData('\t', '.', "\"'=cmd|' /C calc'!A0\"\t-1234.5", "a;b,c\t2017-12-07")]
    [InlineData(',', ',', "\"'=cmd|' /C calc'!A0\",\"-1234,5\"", "\"a;b,c\",2017-12-07")]
    public async Task Separator_and_decimals_are_the_chosen_ones(char separator, char decimalMark, string first, string sixth)
    {
        var lines = await LinesAsync(new(separator, decimalMark));

        Assert.Equal(first, lines[1]);
        Assert.Equal(sixth, lines[6]);
    }

    [Fact]
    public async Task It_starts_with_a_byte_order_mark_so_that_Excel_reads_accents()
    {
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, ExportTable.Of<string>(() => "t", ["São Paulo"], new ExportField<string>("país", ValueKind.Text, row => row)), new(';', ','), CancellationToken.None);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        Assert.Equal("país\nSão Paulo\n", Encoding.UTF8.GetString(file.ToArray()[3..]));
    }

    [Fact]
    public async Task Rows_are_sent_on_while_they_are_read()
    {
        using var file = new MemoryStream();
        var sentBeforeTheLastRow = 0L;
        var table = ExportTable.Of<int>(
            () => "t", Enumerable.Range(0, 5_000),
            new ExportField<int>("x", ValueKind.Whole, row => (sentBeforeTheLastRow = file.Length) >= 0 ? row : null));

        await CsvFile.WriteAsync(file, table, new(',', '.'), CancellationToken.None);

        Assert.InRange(sentBeforeTheLastRow, 20_000, file.Length - 1); // 0 if the whole table were held back
        Assert.Equal(5_001, Encoding.UTF8.GetString(file.ToArray()).Count(letter => letter == '\n'));
    }

    [Theory]
    [InlineData("en", ',', '.')]
    [InlineData("pt-BR", ';', ',')]
    public void The_language_says_what_a_spreadsheet_there_opens_right(string culture, char separator, char decimalMark)
        => Assert.Equal(new ExportDialect(separator, decimalMark), ExportDialect.Read("nonsense", null, ExportDialect.OfLanguage(CultureInfo.GetCultureInfo(culture))));

    [Fact]
    public void Names_of_dialects_are_read_back()
    {
        foreach (var dialect in new ExportDialect[] { new(',', '.'), new(';', ','), new('\t', ',') })
        {
            Assert.Equal(dialect, ExportDialect.Read(dialect.SeparatorName, dialect.DecimalName, new(',', '.')));
        }
    }

    private static async Task<string[]> LinesAsync(ExportDialect dialect)
    {
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, s_table, dialect, CancellationToken.None);
        return Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').TrimEnd('\n').Split('\n');
    }
}
