using System.Globalization;
using Insiders.Core.Cleaning;

namespace Insiders.Web.Localization;

/// <summary>Countries in the reader's words. Addresses, filters and keys keep the ledger's own word.</summary>
public static class CountryText
{
    /// <summary>What the reader calls a country that the ledger spells its own way: EIRE is Ireland, or Irlanda; the ledger's word where no country is known by it.</summary>
    public static string NameOf(string country) => CountryCatalog.Find(country) is { } place ? NameOf(place) : country;

    /// <summary>A country's name.</summary>
    public static string NameOf(Country place)
    {
        ArgumentNullException.ThrowIfNull(place);
        return CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "pt" ? place.Portuguese : place.Name;
    }

    /// <summary>The name of a part of the world; null stands for places that no map knows.</summary>
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
