using System.Collections.Immutable;
using Insiders.Core.Cleaning;

namespace Insiders.Core.Customers;

/// <summary>The customers of one part of the world.</summary>
/// <param name="Continent">Which; null for the countries that the catalogue does not know.</param>
/// <param name="Countries">Countries with a customer counted.</param>
/// <param name="Customers">Customers counted.</param>
/// <param name="CustomerShare">Of the customers counted everywhere, 0 to 1.</param>
/// <param name="RevenueAmount">Their revenue.</param>
/// <param name="RevenueShare">Of the revenue counted everywhere, 0 to 1.</param>
public sealed record ContinentSummary(Continent? Continent, int Countries, int Customers, double CustomerShare, double RevenueAmount, double RevenueShare)
{
    /// <summary>The continents of some countries, most customers first, then by revenue; what lies nowhere comes last.</summary>
    /// <param name="countries">The countries; each customer counted is in exactly one of them.</param>
    /// <returns>Shares that add up to 1, unless nobody is counted or nothing was sold.</returns>
    public static ImmutableArray<ContinentSummary> Of(ImmutableArray<CountrySummary> countries)
    {
        var customers = countries.Sum(country => country.Customers);
        var revenue = countries.Sum(country => country.RevenueAmount);
        return
        [
            .. countries.GroupBy(country => country.Place?.Continent).Select(group => (group.Key, Countries: group.Count(), Customers: group.Sum(country => country.Customers), Revenue: group.Sum(country => country.RevenueAmount)))
                .OrderBy(group => group.Key is null).ThenByDescending(group => group.Customers).ThenByDescending(group => group.Revenue).ThenBy(group => group.Key)
                .Select(group => new ContinentSummary(group.Key, group.Countries, group.Customers, (double)group.Customers / customers, group.Revenue, revenue > 0 ? group.Revenue / revenue : 0)),
        ];
    }
}
