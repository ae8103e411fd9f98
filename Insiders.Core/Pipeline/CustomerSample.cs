using System.Collections.Immutable;
using Insiders.Core.Numerics;

namespace Insiders.Core.Pipeline;

/// <summary>The customers a model is fitted on when there are too many for all.</summary>
public static class CustomerSample
{
    /// <summary>Customers spread evenly over the order by revenue, so that rich and poor are there in their true shares.</summary>
    /// <param name="revenue">One value per customer.</param>
    /// <param name="size">Customers wanted at most, at least 1.</param>
    /// <returns>Rows, ascending; all of them when there are no more than <paramref name="size"/>.</returns>
    public static int[] ByRevenue(ImmutableArray<double> revenue, int size)
    {
        int[] order = [.. Enumerable.Range(0, revenue.Length).OrderByDescending(i => revenue[i])];
        return [.. EvenSample.Of(order.Length, size).Select(place => order[place]).Order()];
    }
}
