using System.Globalization;
using Insiders.Core.Customers.Findings;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.Sales;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Localization;

public sealed class FindingTextTests
{
    private static readonly Period s_november = Period.Of(PeriodUnit.Month, new(2017, 11, 1));

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public void Every_code_and_every_refusal_has_a_sentence_of_its_own(string language)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);
        var customers = SmallBase.Four();
        string[] sentences = [.. Enum.GetValues<FindingCode>().Select(code => FindingText.Of(Whole(code), customers, s_november.Previous, null))];
        string[] refusals = [.. Enum.GetValues<ComparisonRefusalCode>().Select(code => PeriodText.Of(new(code, s_november, new(2017, 11, 5))))];

        Assert.All(sentences.Concat(refusals), sentence => Assert.Matches(@"^[^{}]+\.$", sentence));
        // The two carriers say the same of a segment and of a country.
        Assert.Equal(sentences.Length - 1, sentences.Distinct().Count());
        Assert.Equal(refusals.Length, refusals.Distinct().Count());
    }

    [Fact]
    public void A_trend_says_how_often_what_drove_it_and_what_went_the_other_way()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en");
        var finding = new Finding(FindingCode.RevenueRose, 200)
        {
            Period = s_november,
            Change = new(new(1_200, 0, 9, 9, 9, 1), new PeriodTotals(1_000, 0, 9, 9, 9, 1)),
            Streak = 3,
            Drivers = [new(150) { Country = "EIRE" }, new(40) { Product = new("A", "MUG", 0, 0, 0) }],
            Brake = new(-25) { Country = "Japan" },
        };

        Assert.Equal(
            "Revenue in Nov 2017 was 1,200, 20.0% more than in Oct 2017. It has risen 3 times in a row. The largest parts are from Ireland (+\u2060150) and MUG (+\u206040). Japan went the other way (−\u206025).",
            FindingText.Of(finding, SmallBase.Four(), s_november.Previous, null));
    }

    [Theory]
    [InlineData("en", "20 Nov 2017 to 26 Nov 2017", "Sep 2017 to Nov 2017", "−10.5%")]
    [InlineData("pt-BR", "20 de nov. de 2017 a 26 de nov. de 2017", "set. de 2017 a nov. de 2017", "−10,5%")]
    public void Periods_and_changes_are_written_as_the_language_does(string language, string week, string quarter, string change)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(week, PeriodText.NameOf(Period.Of(PeriodUnit.Week, new(2017, 11, 23))));
        Assert.Equal(quarter, PeriodText.NameOf(Period.Of(PeriodUnit.Month, new(2017, 9, 1), 3)));
        Assert.Equal(change, PeriodText.Ratio(-0.1049));
    }

    private static Finding Whole(FindingCode code) => new(code, 10)
    {
        Period = s_november,
        Change = new(new(30, 0, 1, 1, 1, 1), new PeriodTotals(20, 0, 1, 1, 1, 1)),
        Segment = code is FindingCode.SegmentGrew or FindingCode.SegmentShrank ? SmallBase.Segment(7, 0) : null,
        Country = code is FindingCode.CountryLeft or FindingCode.CountryGrew or FindingCode.CountryFell or FindingCode.CustomerCarriesCountry or FindingCode.CustomerCarriesSegment ? "EIRE" : null,
        Product = new ProductSales("A", "MUG", 0, 0, 0),
        Customer = 0,
        Amount = 5,
        Share = 0.25,
        Count = 4,
        CountBefore = 9,
        Streak = 1,
    };
}
