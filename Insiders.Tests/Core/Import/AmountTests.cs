using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Import.Values;

namespace Insiders.Tests.Core.Import;

public sealed class AmountTests
{
    [Theory]
    [InlineData("1.234,56", DecimalMark.Comma, 12_345_600)]
    [InlineData("1,234.56", DecimalMark.Point, 12_345_600)]
    [InlineData("2.55", DecimalMark.Point, 25_500)]
    [InlineData("2,55", DecimalMark.Comma, 25_500)]
    [InlineData("1.234", DecimalMark.Comma, 12_340_000)] // 12,340 if the point were taken for a decimal mark
    [InlineData("1.234", DecimalMark.Point, 12_340)]
    [InlineData("-11062.06", DecimalMark.Point, -110_620_600)]
    [InlineData("+7", DecimalMark.Point, 70_000)]
    [InlineData(".5", DecimalMark.Point, 5_000)]
    [InlineData("5.", DecimalMark.Point, 50_000)]
    [InlineData("1 234 567,8", DecimalMark.Comma, 12_345_678_000)]
    [InlineData("1\u00A0234,5", DecimalMark.Comma, 12_345_000)]
    [InlineData("1'234.5", DecimalMark.Point, 12_345_000)]
    [InlineData("R$ 1.234,56", DecimalMark.Comma, 12_345_600)]
    [InlineData("-R$ 2,50", DecimalMark.Comma, -25_000)]
    [InlineData("£2.55", DecimalMark.Point, 25_500)]
    [InlineData("2,55 €", DecimalMark.Comma, 25_500)]
    [InlineData("99999999999999.9999", DecimalMark.Point, 999_999_999_999_999_999)]
    public void A_number_is_read_by_its_decimal_mark(string text, DecimalMark mark, long tenThousandths)
    {
        Assert.True(Amount.TryRead(Encoding.UTF8.GetBytes(text), mark, out var value, out var exact));

        Assert.Equal(tenThousandths, value);
        Assert.True(exact);
    }

    [Theory]
    [InlineData("0.00005", 1)]
    [InlineData("0.000049", 0)]
    [InlineData("-0.00005", -1)]
    [InlineData("2.5499999999999998", 25_500)]
    public void Decimals_past_the_fourth_are_rounded_half_away_from_zero(string text, long tenThousandths)
    {
        Assert.True(Amount.TryRead(Encoding.UTF8.GetBytes(text), DecimalMark.Point, out var value, out var exact));

        Assert.Equal(tenThousandths, value);
        Assert.False(exact);
    }

    [Theory]
    [InlineData("", DecimalMark.Point)]
    [InlineData("-", DecimalMark.Point)]
    [InlineData(".", DecimalMark.Point)]
    [InlineData("abc", DecimalMark.Point)]
    [InlineData("2,55", DecimalMark.Point)] // 255 if groups were not counted
    [InlineData("2.55", DecimalMark.Comma)]
    [InlineData("1,2345", DecimalMark.Point)]
    [InlineData("1234,567", DecimalMark.Point)]
    [InlineData("0,125", DecimalMark.Point)]
    [InlineData("1,234,56", DecimalMark.Point)]
    [InlineData("1.5.5", DecimalMark.Point)]
    [InlineData("1e3", DecimalMark.Point)]
    [InlineData("999999999999999", DecimalMark.Point)]
    [InlineData("$", DecimalMark.Point)]
    [InlineData("--1", DecimalMark.Point)]
    [InlineData("-$-1", DecimalMark.Point)]
    public void What_is_no_number_is_refused(string text, DecimalMark mark) =>
        Assert.False(Amount.TryRead(Encoding.UTF8.GetBytes(text), mark, out _, out _));

    [Theory]
    [InlineData("2.55", DecimalMark.Point)]
    [InlineData("2,55", DecimalMark.Comma)]
    [InlineData("1.234,56", DecimalMark.Comma)]
    [InlineData("1,234.56", DecimalMark.Point)]
    [InlineData("0.125", DecimalMark.Point)]
    [InlineData("1.234.567", DecimalMark.Comma)]
    [InlineData("1.234", null)]
    [InlineData("17", null)]
    [InlineData("abc", null)]
    public void A_number_tells_its_decimal_mark_or_nothing(string text, DecimalMark? mark) =>
        Assert.Equal(mark, Amount.MarkOf(Encoding.UTF8.GetBytes(text)));
}
