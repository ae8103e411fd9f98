using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;
using Xunit.Abstractions;

namespace Insiders.Tests.Core.Cleaning;

public sealed class CountryCatalogTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("EIRE", "IRL")]
    [InlineData("RSA", "ZAF")]
    [InlineData("USA", "USA")]
    [InlineData("eua", "USA")]
    [InlineData("U.K.", "GBR")]
    [InlineData("united kingdom", "GBR")]
    [InlineData("Reino Unido", "GBR")]
    [InlineData("de", "DEU")]
    [InlineData("ALEMANHA", "DEU")]
    [InlineData("Franca", "FRA")]
    [InlineData("França", "FRA")]
    [InlineData("Hong Kong", "HKG")]
    [InlineData("Channel Islands", "JEY")]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("Korea", "KOR")]
    [InlineData(" brasil ", "BRA")]
    [InlineData("Guinea-Bissau", "GNB")]
    public void A_country_is_found_by_name_alias_code_or_Portuguese_name(string text, string alpha3)
        => Assert.Equal(alpha3, CountryCatalog.Find(text)?.Alpha3);

    [Theory]
    [InlineData("Unspecified")]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("???")]
    public void What_is_no_country_is_not_found(string? text) => Assert.Null(CountryCatalog.Find(text));

    [Fact]
    public void A_code_means_the_country_and_not_the_group_that_borrows_it() => Assert.Equal("Jersey", CountryCatalog.Find("JE")?.Name);

    private static readonly string[] s_onBorders = ["Russia", "Turkey", "Cyprus", "Egypt", "Mexico", "European Community", "West Indies"];

    [Theory]
    [InlineData("EIRE", "irel", true)]
    [InlineData("EIRE", "IRLANDA", true)]
    [InlineData("EIRE", "eir", true)]
    [InlineData("RSA", "africa do sul", true)]
    [InlineData("RSA", "Irlanda", false)]
    [InlineData("Atlantis", "atl", true)]
    [InlineData("=1+1", "=", true)]
    [InlineData("Germany", "-", false)]
    [InlineData("Germany", "", false)]
    public void A_country_is_meant_by_the_ledger_s_word_or_by_a_part_of_its_name_in_either_language(string country, string text, bool expected)
        => Assert.Equal(expected, CountryCatalog.IsMeant(country, text));

    [Fact]
    public void Every_continent_has_countries_and_those_on_a_border_are_where_the_United_Nations_have_them()
    {
        Assert.Equal(Enum.GetValues<Continent>(), CountryCatalog.All.Select(country => country.Continent).Distinct().Order());
        Assert.Equal(
            [Continent.Europe, Continent.Asia, Continent.Asia, Continent.Africa, Continent.NorthAmerica, Continent.Europe, Continent.NorthAmerica],
            s_onBorders.Select(name => CountryCatalog.Find(name)!.Continent));
    }

    // RegionInfo writes DisplayName in whatever language asked first; the native name of a country within a culture is always that culture's.
    [Theory]
    [InlineData("en")]
    [InlineData("pt")]
    public void Names_are_those_that_the_system_knows_but_where_ours_are_shorter_or_say_it_another_way(string language)
    {
        var named = CountryCatalog.All.Where(country => country.Alpha2 is not null).DistinctBy(country => country.Alpha2).Select(country => (Ours: language == "pt" ? country.Portuguese : country.Name, Theirs: new RegionInfo($"{language}-{country.Alpha2}").NativeName)).ToArray();

        var others = named.Where(name => CountryCatalog.Fold(name.Ours) != CountryCatalog.Fold(name.Theirs)).ToArray();

        output.WriteLine(string.Join(", ", others.Select(name => $"{name.Ours} ({name.Theirs})")));
        Assert.InRange((double)others.Length / named.Length, 0, 0.1);
    }

    [Fact]
    public void The_European_Community_has_a_place_and_no_code()
    {
        var community = CountryCatalog.Find("European Community");

        Assert.NotNull(community);
        Assert.Null(community.Alpha3);
        Assert.Equal((50.8503, 4.3517), (community.Latitude, community.Longitude));
    }

    [Fact]
    public void Every_entry_is_found_by_each_of_its_names_and_lies_on_the_globe()
    {
        Assert.True(CountryCatalog.All.Length > 200);
        Assert.Equal(CountryCatalog.All.Length, CountryCatalog.All.Select(country => country.Name).Distinct(StringComparer.Ordinal).Count());
        Assert.All(CountryCatalog.All, country =>
        {
            Assert.Equal(country, CountryCatalog.Find(country.Name));
            Assert.Equal(country, CountryCatalog.Find(country.Portuguese));
            Assert.InRange(country.Latitude, -90, 90);
            Assert.InRange(country.Longitude, -180, 180);
        });
    }

    [RealFileFact]
    public void The_37_names_of_the_study_lie_exactly_where_it_put_them()
    {
        var lines = File.ReadAllLines(SharedData.Reference("retail/country_coordinates.csv")).Skip(1).ToList();

        Assert.Equal(37, lines.Count);
        Assert.All(lines, line =>
        {
            var cells = line.Split(',');
            var country = CountryCatalog.Find(cells[0]);
            Assert.Equal(double.Parse(cells[1], CultureInfo.InvariantCulture), country?.Latitude);
            Assert.Equal(double.Parse(cells[2], CultureInfo.InvariantCulture), country?.Longitude);
        });
    }
}
