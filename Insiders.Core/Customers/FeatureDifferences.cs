using System.Collections.Immutable;
using Insiders.Core.Features;

namespace Insiders.Core.Customers;

/// <summary>What sets customers apart from the base.</summary>
public static class FeatureDifferences
{
    /// <summary>Every feature and measure by how far the set is from the base, the furthest first; equal ones in catalogue order.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set; none gives nothing.</param>
    /// <returns>Features that do not vary are left out, and so are degrees: a mean place is no place.</returns>
    /// <remarks>O(rows) per feature, and O(n) the first time. The standard deviation is the population's: the base is everybody, not a sample.</remarks>
    public static ImmutableArray<FeatureDifference> Of(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.IsEmpty)
        {
            return [];
        }

        var differences = ImmutableArray.CreateBuilder<FeatureDifference>();
        foreach (var feature in customers.ProfileNames.Where(feature => CustomerTable.UnitOf(feature) != FeatureUnit.Degrees))
        {
            var (mean, deviation) = customers.Moments(feature);
            if (deviation > 0)
            {
                var own = customers.Mean(feature, rows);
                differences.Add(new FeatureDifference(feature, own, mean, (own - mean) / deviation));
            }
        }

        return [.. differences.OrderByDescending(difference => Math.Abs(difference.Standardised))];
    }

    /// <summary>Mean and standard deviation, in two passes.</summary>
    internal static (double Mean, double Deviation) Moments(ImmutableArray<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        var mean = sum / values.Length;
        var squares = 0.0;
        foreach (var value in values)
        {
            squares += (value - mean) * (value - mean);
        }

        return (mean, Math.Sqrt(squares / values.Length));
    }
}
