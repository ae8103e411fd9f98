using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Tests.Architecture;
using Insiders.Tests.Fixtures;
using Insiders.Web.Localization;

namespace Insiders.Tests.Web.Localization;

public sealed class CountryTextTests
{
    [Theory]
    [InlineData("en", "EIRE", "Ireland")]
    [InlineData("pt-BR", "EIRE", "Irlanda")]
    [InlineData("en", "RSA", "South Africa")]
    [InlineData("pt-BR", "RSA", "África do Sul")]
    [InlineData("pt-BR", "Channel Islands", "Ilhas do Canal")]
    [InlineData("pt-BR", "Unspecified", "Unspecified")]
    [InlineData("en", "<b>", "<b>")]
    public void A_country_has_the_reader_s_name_and_what_is_none_keeps_the_ledger_s_word(string language, string country, string expected)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(expected, CountryText.NameOf(country));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("pt-BR")]
    public void Every_continent_has_a_name_of_its_own(string language)
    {
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(language);

        Assert.Equal(8, Enum.GetValues<Continent>().Select(continent => (Continent?)continent).Append(null).Select(CountryText.NameOf).Distinct().Count());
    }

    [Fact]
    public void No_page_and_no_file_shows_a_country_as_the_ledger_spells_it() => Rule.HasNoOffenders(
        from file in SourceFiles.Of(".razor", "Insiders.Web").Concat(SourceFiles.Of(".cs", "Insiders.Web").Where(file => file.Path.EndsWith("Exports.cs", StringComparison.Ordinal)))
        from line in file.Lines
        where (line.Contains("Countries[", StringComparison.Ordinal) || line.Contains("Here.Name", StringComparison.Ordinal)) && !line.Contains("CountryText.NameOf(", StringComparison.Ordinal)
        select $"{file.Path}: {line.Trim()}",
        "Name countries by CountryText.NameOf; only filters and links keep the ledger's word:");
}
