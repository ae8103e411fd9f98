using System.Text;
using Insiders.Core.Import;
using Insiders.Core.Import.Values;

namespace Insiders.Tests.Core.Import;

public sealed class DatePatternTests
{
    [Theory]
    [InlineData("yyyy-MM-dd", "2010-12-01 08:26:00", "2010-12-01T08:26:00")]
    [InlineData("yyyy-MM-dd", "2010-12-01T08:26:00.250Z", "2010-12-01T08:26:00.25")]
    [InlineData("yyyy-MM-dd", "2010-12-01T08:26:00-03:00", "2010-12-01T08:26:00")]
    [InlineData("yyyy-MM-dd", "2010-12-01", "2010-12-01T00:00:00")]
    [InlineData("yyyyMMdd", "20101201", "2010-12-01T00:00:00")]
    [InlineData("dd-MMM-yy", "29-Nov-16", "2016-11-29T00:00:00")]
    [InlineData("dd-MMM-yy", "01-fev-17", "2017-02-01T00:00:00")]
    [InlineData("dd MMM yyyy", "3 março 2017", "2017-03-03T00:00:00")]
    [InlineData("MMM dd yyyy", "Dec 7 2017", "2017-12-07T00:00:00")]
    [InlineData("dd/MM/yyyy", "1/2/2017 8:26", "2017-02-01T08:26:00")]
    [InlineData("MM/dd/yyyy", "1/2/2017 8:26 PM", "2017-01-02T20:26:00")]
    [InlineData("MM/dd/yyyy", "1/2/2017 12:05 AM", "2017-01-02T00:05:00")]
    [InlineData("dd.MM.yy", "31.12.69", "2069-12-31T00:00:00")]
    [InlineData("dd.MM.yy", "01.01.70", "1970-01-01T00:00:00")]
    [InlineData("yyyy-MM-dd", "1965-03-01", "1965-03-01T00:00:00")]
    public void A_date_is_read_by_its_pattern(string pattern, string text, string expected)
    {
        Assert.True(new DatePattern(pattern).TryRead(Encoding.UTF8.GetBytes(text), out var microseconds));

        Assert.Equal(DateTime.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), DateTime.UnixEpoch.AddTicks(microseconds * 10));
    }

    [Theory]
    [InlineData("yyyy-MM-dd", "2017-02-29")]
    [InlineData("yyyy-MM-dd", "2017-13-01")]
    [InlineData("yyyy-MM-dd", "17-01-01")]
    [InlineData("yyyy-MM-dd", "2017/01/01")]
    [InlineData("yyyy-MM-dd", "2017-01-01 25:00")]
    [InlineData("yyyy-MM-dd", "2017-01-01 noon")]
    [InlineData("yyyy-MM-dd", "")]
    [InlineData("dd/MM/yyyy", "13/13/2017")]
    [InlineData("dd/MM/yyyy", "01/02/17")]
    [InlineData("dd/MM/yy", "01/02/2017")]
    [InlineData("dd-MMM-yy", "29-Foo-16")]
    [InlineData("yyyyMMdd", "201012010")]
    public void What_does_not_follow_the_pattern_is_no_date(string pattern, string text) =>
        Assert.False(new DatePattern(pattern).TryRead(Encoding.UTF8.GetBytes(text), out _));

    [Theory]
    [InlineData("dd/MM")]
    [InlineData("dd/dd/yyyy")]
    [InlineData("dd/MM-yyyy")]
    [InlineData("ddMMMyyyy")]
    [InlineData("")]
    public void A_pattern_without_day_month_and_year_is_refused(string pattern) =>
        Assert.Throws<ArgumentException>(() => new ImportOptions { DatePattern = pattern });

    [Theory]
    [InlineData("dd/MM/yyyy", "MM/dd/yyyy")]
    [InlineData("MM-dd-yy", "dd-MM-yy")]
    [InlineData("dd-MMM-yy", null)]
    [InlineData("yyyy-MM-dd", null)]
    public void Only_day_and_month_as_numbers_can_be_mixed_up(string pattern, string? mirror) =>
        Assert.Equal(mirror, new DatePattern(pattern).Mirror?.Text);
}
