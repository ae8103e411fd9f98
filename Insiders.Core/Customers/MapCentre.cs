using System.Collections.Immutable;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>Who stands for a set of customers and who hardly belongs to it, by the map of customers.</summary>
/// <remarks>The centre is the median of each coordinate, so that a distant island does not pull it away from the others.</remarks>
public static class MapCentre
{
    /// <summary>The rows of a set by their distance from its centre, the nearest first; equal ones in row order.</summary>
    /// <param name="customers">The base.</param>
    /// <param name="rows">The set.</param>
    /// <remarks>O(n log n) time.</remarks>
    public static ImmutableArray<int> Nearest(CustomerTable customers, ImmutableArray<int> rows)
    {
        ArgumentNullException.ThrowIfNull(customers);
        if (rows.IsEmpty)
        {
            return [];
        }

        var (x, y) = (Median(customers.X, rows), Median(customers.Y, rows));
        return [.. rows.OrderBy(row => Square(customers.X[row] - x) + Square(customers.Y[row] - y))];
    }

    private static double Square(double value) => value * value;

    private static double Median(ImmutableArray<double> values, ImmutableArray<int> rows) => GroupProfiles.Median([.. rows.Select(row => values[row])]);
}
