using System.Collections.Immutable;
using Insiders.Core.Cleaning;

namespace Insiders.Core.Customers;

/// <summary>The customers of one country.</summary>
/// <param name="Name">As the ledger spells it.</param>
/// <param name="Place">Where it is; null when the catalogue of countries does not know the name.</param>
/// <param name="Customers">Customers counted.</param>
/// <param name="CustomerShare">Of the customers counted in all countries, 0 to 1.</param>
/// <param name="RevenueAmount">Their revenue.</param>
/// <param name="RevenueShare">Of the revenue counted in all countries, 0 to 1.</param>
/// <param name="MeanRevenueAmount">Revenue per customer counted.</param>
/// <param name="SegmentCustomers">Those of them in the segment that was asked about; 0 when none was.</param>
/// <param name="SegmentShare">Of the country's customers counted, 0 to 1.</param>
public sealed record CountrySummary(
    string Name, Country? Place, int Customers, double CustomerShare, double RevenueAmount, double RevenueShare, double MeanRevenueAmount, int SegmentCustomers, double SegmentShare)
{
    /// <summary>Every country of some customers, by revenue, highest first, then by name.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The customers counted.</param>
    /// <param name="segmentId">The segment whose share is asked for; null for none.</param>
    /// <returns>Each customer counted is in exactly one country; a country without any of them is not there.</returns>
    public static ImmutableArray<CountrySummary> Of(CustomerTable customers, ImmutableArray<int> rows, long? segmentId)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var revenue = customers.Feature("gross_revenue");
        var counted = new Dictionary<string, (int Customers, double Revenue, int InSegment)>(StringComparer.Ordinal);
        var total = 0.0;
        foreach (var row in rows)
        {
            var inSegment = segmentId is not null && customers.SegmentAt(row)?.SegmentId == segmentId;
            var sum = counted.GetValueOrDefault(customers.Countries[row]);
            counted[customers.Countries[row]] = (sum.Customers + 1, sum.Revenue + revenue[row], sum.InSegment + (inSegment ? 1 : 0));
            total += revenue[row];
        }

        return
        [
            .. counted.OrderByDescending(country => country.Value.Revenue).ThenBy(country => country.Key, StringComparer.Ordinal).Select(country => new CountrySummary(
                country.Key,
                CountryCatalog.Find(country.Key),
                country.Value.Customers,
                (double)country.Value.Customers / rows.Length,
                country.Value.Revenue,
                total > 0 ? country.Value.Revenue / total : 0,
                country.Value.Revenue / country.Value.Customers,
                country.Value.InSegment,
                (double)country.Value.InSegment / country.Value.Customers)),
        ];
    }
}
