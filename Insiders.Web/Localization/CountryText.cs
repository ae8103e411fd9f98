using System.Globalization;
using Insiders.Core.Cleaning;

namespace Insiders.Web.Localization;

/// <summary>Country names in the reader's language. Addresses, filters and keys use the ledger's own spelling.</summary>
public static class CountryText
{
    /// <summary>The reader's name of a country as spelt in the ledger: EIRE is Ireland, or Irlanda. A spelling that matches no country is returned unchanged.</summary>
    public static string NameOf(string country) => CountryCatalog.Find(country) is { } place ? NameOf(place) : country;

    /// <summary>A country's name.</summary>
    public static string NameOf(Country place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? place.Portuguese : place.Name;
    }

    /// <summary>The name of a part of the world; null stands for places that are not on any map.</summary>
    public static string NameOf(Continent? continent) => continent switch
    {
        Continent.Africa => Texts.ContinentAfrica,
        Continent.Antarctica => Texts.ContinentAntarctica,
        Continent.Asia => Texts.ContinentAsia,
        Continent.Europe => Texts.ContinentEurope,
        Continent.NorthAmerica => Texts.ContinentNorthAmerica,
        Continent.Oceania => Texts.ContinentOceania,
        Continent.SouthAmerica => Texts.ContinentSouthAmerica,
        _ => Texts.ContinentUnknown,
    };
}
