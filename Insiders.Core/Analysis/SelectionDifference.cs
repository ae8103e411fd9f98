using System.Collections.Immutable;
using Insiders.Core.Features;

namespace Insiders.Core.Analysis;

/// <summary>How far the mean of some customers lies from the mean of the base, on a scale that all features share.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Mean">Mean of the customers picked.</param>
/// <param name="BaseMean">Mean of all customers.</param>
/// <param name="Difference">Mean − base mean, in standard deviations of the base.</param>
public sealed record SelectionDifference(string Feature, double Mean, double BaseMean, double Difference)
{
    /// <summary>The features of some customers against the base, largest difference first, then in catalogue order.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The customers picked; none of them, no differences.</param>
    /// <returns>Features that are the same for everybody are left out, and so are degrees: a mean of places is no place.</returns>
    /// <remarks>The standard deviation is that of a population. O(customers × features): 200,000 with 50 take about 50 ms.</remarks>
    public static ImmutableArray<SelectionDifference> Of(CustomerBase customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.IsEmpty)
        {
            return [];
        }

        var differences = ImmutableArray.CreateBuilder<SelectionDifference>();
        foreach (var feature in customers.FeatureNames.Where(feature => CustomerBase.UnitOf(feature) != FeatureUnit.Degrees))
        {
            var baseMean = customers.Mean(feature, customers.Everybody);
            var squares = 0.0;
            foreach (var value in customers.Feature(feature))
            {
                squares += (value - baseMean) * (value - baseMean);
            }

            var deviation = Math.Sqrt(squares / customers.Count);
            if (deviation > 0)
            {
                var mean = customers.Mean(feature, rows);
                differences.Add(new SelectionDifference(feature, mean, baseMean, (mean - baseMean) / deviation));
            }
        }

        return [.. differences.OrderByDescending(difference => Math.Abs(difference.Difference))];
    }
}
