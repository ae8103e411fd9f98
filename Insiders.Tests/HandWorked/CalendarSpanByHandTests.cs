using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Web.Localization;

namespace Insiders.Tests.HandWorked;

public sealed class CalendarSpanByHandTests : IDisposable
{
    private readonly (CultureInfo Culture, CultureInfo Texts) _before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);

    public void Dispose() => (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = _before;

    [Theory]
    [InlineData("2016-12-01", "2017-12-01", 1, CalendarUnit.Year, true)]
    [InlineData("2016-02-29", "2017-02-28", 1, CalendarUnit.Year, true)]
    [InlineData("2017-11-30", "2017-12-31", 1, CalendarUnit.Month, true)] // the ends of two months
    [InlineData("2017-09-07", "2017-12-07", 3, CalendarUnit.Month, true)]
    [InlineData("2017-11-16", "2017-12-07", 3, CalendarUnit.Week, true)]
    [InlineData("2017-12-07", "2017-11-16", -3, CalendarUnit.Week, true)]
    [InlineData("2017-12-07", "2017-12-08", 1, CalendarUnit.Day, true)]
    [InlineData("2017-12-07", "2017-12-07", 0, CalendarUnit.Day, true)]
    [InlineData("2017-01-01", "2017-02-20", 50, CalendarUnit.Day, true)]
    [InlineData("2016-12-01", "2017-12-09", 12, CalendarUnit.Month, false)] // 373 days ÷ 30.44 = 12.3
    public void A_span_is_counted_in_the_largest_unit_that_fits(string from, string to, int count, CalendarUnit unit, bool isExact)
        => Assert.Equal(new CalendarSpan(count, unit, isExact), CalendarSpan.Between(Day(from), Day(to)));

    [Theory]
    [InlineData("en", "2016-12-01", "2017-12-07", "a year more, before 1 Dec 2017")]
    [InlineData("en", "2017-12-01", "2017-11-30", "a week fewer, after 30 Nov 2017")]
    [InlineData("en", "2016-12-01", "2018-01-07", "a year more, before 1 Dec 2017, and a month more, after 7 Dec 2017")]
    [InlineData("en", "2017-12-01", "2017-12-07", "other sales on the same days")]
    [InlineData("pt-BR", "2016-12-01", "2017-12-07", "um ano a mais, antes de 1 de dez. de 2017")]
    [InlineData("pt-BR", "2017-12-01", "2017-12-28", "3 semanas a mais, depois de 7 de dez. de 2017")]
    public void What_a_ledger_has_more_or_fewer_is_said_in_words(string language, string first, string last, string words)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var earlier = new LedgerSpan(new(2017, 12, 1), new(2017, 12, 7), "a");

        Assert.Equal(words, LedgerDifferenceText.Of(new LedgerSpan(Day(first), Day(last), "b").From(earlier)));
    }

    private static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);
}
