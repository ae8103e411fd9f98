using System.Collections.Immutable;

namespace Insiders.Core.Analysis;

/// <summary>Where customers are.</summary>
public static class CountryShares
{
    /// <summary>The countries of a set, most revenue first; equal ones by name.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set.</param>
    public static ImmutableArray<CountryShare> Of(CustomerBase customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var all = customers.Countries.CountBy(country => country).ToDictionary(StringComparer.Ordinal);
        return [.. rows.GroupBy(row => customers.Countries[row]).Select(group => new CountryShare(
                group.Key, group.Count(), customers.Sum("gross_revenue", [.. group]), (double)group.Count() / rows.Length, (double)all[group.Key] / customers.Count))
            .OrderByDescending(country => country.RevenueAmount).ThenBy(country => country.Country, StringComparer.Ordinal)];
    }
}
