using System.Collections.Frozen;

namespace Insiders.Core.Cleaning;

/// <summary>States that files put where a country is asked for: a shop that sells in one country writes the state there.</summary>
internal static class StateCatalog
{
    private static readonly (string Country, FrozenSet<string> Codes, FrozenSet<string> Names)[] s_all =
    [
        Of(
            "Brazil", "AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO",
            "Acre;Alagoas;Amapá;Amazonas;Bahia;Ceará;Distrito Federal;Espírito Santo;Goiás;Maranhão;Mato Grosso;Mato Grosso do Sul;Minas Gerais;Pará;Paraíba;Paraná;Pernambuco;Piauí;Rio de Janeiro;Rio Grande do Norte;Rio Grande do Sul;Rondônia;Roraima;Santa Catarina;São Paulo;Sergipe;Tocantins"),
        Of(
            "United States", "AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY",
            "Alabama;Alaska;Arizona;Arkansas;California;Colorado;Connecticut;Delaware;District of Columbia;Florida;Hawaii;Idaho;Illinois;Indiana;Iowa;Kansas;Kentucky;Louisiana;Maine;Maryland;Massachusetts;Michigan;Minnesota;Mississippi;Missouri;Montana;Nebraska;Nevada;New Hampshire;New Jersey;New Mexico;New York;North Carolina;North Dakota;Ohio;Oklahoma;Oregon;Pennsylvania;Rhode Island;South Carolina;South Dakota;Tennessee;Texas;Utah;Vermont;Virginia;Washington;West Virginia;Wisconsin;Wyoming"),
        Of("Canada", "AB BC MB NB NL NS NT NU ON PE QC SK YT", "Alberta;British Columbia;Manitoba;New Brunswick;Newfoundland and Labrador;Nova Scotia;Ontario;Prince Edward Island;Quebec;Québec;Saskatchewan"),
        Of("Australia", "ACT NSW NT QLD SA TAS VIC WA", "New South Wales;Northern Territory;Queensland;South Australia;Tasmania;Victoria;Western Australia"),
        Of(
            "Germany", "BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH",
            "Baden-Württemberg;Bayern;Berlin;Brandenburg;Bremen;Hamburg;Hessen;Mecklenburg-Vorpommern;Niedersachsen;Nordrhein-Westfalen;Rheinland-Pfalz;Saarland;Sachsen;Sachsen-Anhalt;Schleswig-Holstein;Thüringen"),
    ];

    /// <summary>The country of whose states a column consists.</summary>
    /// <param name="spellings">The different values of the column.</param>
    /// <returns>Null unless every value is a state of one country and at least one is no country: <c>PR</c> is Puerto Rico beside countries and Paraná beside <c>SP</c>.</returns>
    public static Country? CountryOf(IReadOnlyCollection<string> spellings)
    {
        if (spellings.All(spelling => CountryCatalog.Find(spelling) is not null))
        {
            return null;
        }

        var country = s_all.Where(states => spellings.All(spelling => states.Codes.Contains(spelling.Trim().ToUpperInvariant()) || states.Names.Contains(CountryCatalog.Fold(spelling))))
            .Select(states => states.Country).FirstOrDefault();
        return CountryCatalog.Find(country);
    }

    private static (string Country, FrozenSet<string> Codes, FrozenSet<string> Names) Of(string country, string codes, string names) => (
        country, codes.Split(' ').ToFrozenSet(StringComparer.Ordinal), names.Split(';').Select(CountryCatalog.Fold).ToFrozenSet(StringComparer.Ordinal));
}
