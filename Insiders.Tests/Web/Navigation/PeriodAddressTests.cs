using Insiders.Core.Customers.Periods;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Navigation;

public sealed class PeriodAddressTests
{
    private static readonly PeriodCoverage s_coverage = new(new(2016, 11, 29), new(2017, 12, 7), []);

    [Theory]
    [InlineData("2017-11", PeriodUnit.Month, "2017-11-01", 1)]
    [InlineData("2017-09..2017-11", PeriodUnit.Month, "2017-09-01", 3)]
    [InlineData("2017-W01", PeriodUnit.Week, "2017-01-02", 1)]
    [InlineData("2015-W53", PeriodUnit.Week, "2015-12-28", 1)] // ends in the next year
    [InlineData("2017-W44..2017-W45", PeriodUnit.Week, "2017-10-30", 2)]
    [InlineData("2016-02-29", PeriodUnit.Day, "2016-02-29", 1)]
    public void A_period_is_written_as_it_is_read(string text, PeriodUnit unit, string first, int count)
    {
        var period = PeriodAddress.ReadPeriod(text);

        Assert.Equal(Period.Of(unit, DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture), count), period);
        Assert.Equal(text, PeriodAddress.Write(period!));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2017-13")]
    [InlineData("2017-W53")] // 2017 has 52
    [InlineData("2017-02-29")]
    [InlineData("2017-11..2017-09")]
    [InlineData("2017-11..2017-W45")]
    [InlineData("0001-01-01..9999-12-31")]
    [InlineData("9999-12")]
    [InlineData("yesterday")]
    public void What_is_no_period_is_none(string? text) => Assert.Null(PeriodAddress.ReadPeriod(text));

    [Theory]
    [InlineData("/", "2017-11", ComparisonKind.Previous, "2017-10")]
    [InlineData("/?compare=nonsense&period=2017-99", "2017-11", ComparisonKind.Previous, "2017-10")]
    [InlineData("/?period=2017-05&compare=none", "2017-05", ComparisonKind.None, null)]
    [InlineData("/?compare=run", "2017-11", ComparisonKind.Run, null)]
    [InlineData("/?compare=year", "2017-11", ComparisonKind.YearAgo, null)] // sales begin on the 29th
    [InlineData("/?period=2017-W45&compare=2017-W30", "2017-W45", ComparisonKind.Own, "2017-W30")]
    public void An_address_says_which_period_and_against_what(string address, string now, ComparisonKind kind, string? before)
    {
        var comparison = PeriodAddress.Read(AddressQuery.Of(address), s_coverage);

        Assert.Equal((PeriodAddress.ReadPeriod(now), kind, PeriodAddress.ReadPeriod(before)), (comparison.Now, comparison.Kind, comparison.Before));
    }

    [Fact]
    public void The_standard_stands_in_no_address_and_other_keys_stay()
    {
        var query = AddressQuery.Of("/?segment=3&period=2017-05&compare=year");

        Assert.Equal("/?segment=3&compare=year", PeriodAddress.WithPeriod(query, s_coverage.Standard, s_coverage).To("/"));
        Assert.Equal("/?segment=3&period=2017-05", PeriodAddress.WithKind(query, ComparisonKind.Previous).To("/"));
        Assert.Equal("/?segment=3&period=2017-05&compare=none", PeriodAddress.WithKind(query, ComparisonKind.None).To("/"));
        Assert.Equal("/?segment=3&period=2017-05&compare=2017-01", PeriodAddress.WithOwn(query, Period.Of(PeriodUnit.Month, new(2017, 1, 5))).To("/"));
    }
}
