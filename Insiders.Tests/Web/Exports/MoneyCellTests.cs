using System.Globalization;
using System.Text;
using Insiders.Web.Exports;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Exports;

public sealed class MoneyCellTests
{
    [Theory]
    [InlineData(320062.2499999999, "320062.25")]
    [InlineData(1234.5, "1234.50")]
    [InlineData(0, "0.00")]
    [InlineData(-0.001, "0.00")]
    [InlineData(-7.126, "-7.13")]
    [InlineData(1.005, "1.00")] // its nearest neighbour in binary lies below
    [InlineData(8524604.604999999, "8524604.60")]
    public void Money_has_two_places_rounded_as_pages_round_it(double amount, string expected)
    {
        Assert.Equal(expected, Convert.ToString(MoneyCell.Of(amount), CultureInfo.InvariantCulture));
        Assert.Equal(expected.TrimStart('-'), amount.ToString("N2", CultureInfo.InvariantCulture).Replace(",", "", StringComparison.Ordinal).TrimStart('-'));
    }

    [Fact]
    public void What_is_no_money_stays_in_full()
    {
        Assert.Equal(0.1 + 0.2, MoneyCell.OfFeature("recency_days", 0.1 + 0.2));
        Assert.Equal(0.30m, MoneyCell.OfFeature("gross_revenue", 0.1 + 0.2));
        Assert.Equal([double.NaN, null, 1e40], [MoneyCell.Of(double.NaN), MoneyCell.Of(null), MoneyCell.Of(1e40)]);
    }

    [Fact]
    public async Task Every_column_of_money_is_written_so_in_both_kinds_of_file()
    {
        var table = ExportTable.Of<double>(() => "t", [320062.2499999999, 2, double.NaN], new("money", ValueKind.Money, row => row), new("number", ValueKind.Number, row => row));
        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, table, new(';', ','), CancellationToken.None);

        Assert.Equal(["money;number", "320062,25;320062,2499999999", "2,00;2", ";"], Encoding.UTF8.GetString(file.ToArray()).TrimStart('\uFEFF').TrimEnd('\n').Split('\n'));
        Assert.Equal([320062.25, 320062.2499999999], (await Sheet.RowsAsync(table))[1].Values);
    }
}
