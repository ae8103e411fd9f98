using System.Collections.Immutable;

namespace Insiders.Core.Customers;

/// <summary>A country within a set of customers, beside the base.</summary>
/// <param name="Here">The country in the set.</param>
/// <param name="BaseCustomerShare">Its customers in the base ÷ customers of the base, 0 to 1.</param>
public sealed record CountryShare(CountrySummary Here, double BaseCustomerShare)
{
    /// <summary>Share in the set ÷ share in the base: above 1 where the set has more of it than everybody.</summary>
    public double Lift => Here.CustomerShare / BaseCustomerShare;

    /// <summary>The countries of a set, most revenue first; equal ones by name.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set.</param>
    public static ImmutableArray<CountryShare> Of(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var everybody = CountrySummary.Of(customers, customers.Everybody, segmentId: null).ToDictionary(country => country.Name, country => country.CustomerShare, StringComparer.Ordinal);
        return [.. CountrySummary.Of(customers, rows, segmentId: null).Select(country => new CountryShare(country, everybody[country.Name]))];
    }
}
