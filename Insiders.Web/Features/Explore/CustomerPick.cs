using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Web.Features.Explore;

/// <summary>Who is seen on the map, and who of them is picked.</summary>
/// <param name="Seen">Rows that pass the filter, ascending.</param>
/// <param name="Picked">Those of them inside the outline and in the audience, ascending; everybody seen when there is neither.</param>
public sealed record CustomerPick(ImmutableArray<int> Seen, ImmutableArray<int> Picked)
{
    /// <summary>Who an address picks.</summary>
    /// <param name="customers">The customers of the run.</param>
    /// <param name="state">The address.</param>
    /// <param name="audience">The rows of its audience; null when it names none. One that it names and that is not there picks nobody, never everybody.</param>
    public static CustomerPick Of(CustomerTable customers, ExploreQuery state, ImmutableArray<int>? audience)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(state);
        var seen = customers.Select(state.Filter);
        if (!state.OnlyClusters.IsEmpty)
        {
            seen = [.. seen.Where(row => state.OnlyClusters.Contains(customers.Clusters[row]))];
        }

        var picked = state.Outline is { } outline ? outline.Among(customers, seen) : seen;
        if (audience is not null || state.AudienceId is not null)
        {
            var members = (audience ?? []).ToHashSet();
            picked = [.. picked.Where(members.Contains)];
        }

        return new CustomerPick(seen, picked);
    }

    /// <summary>One byte per customer: 2 picked, 1 seen, 0 neither.</summary>
    public byte[] Mask(int customers)
    {
        var mask = new byte[customers];
        foreach (var row in Seen)
        {
            mask[row] = 1;
        }

        foreach (var row in Picked)
        {
            mask[row] = 2;
        }

        return mask;
    }

    /// <summary>What colours customers: their segment's place, their cluster, or a feature; −1 for noise.</summary>
    public static float[] Values(CustomerTable customers, string column)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return column switch
        {
            ExploreQuery.Segments => [.. customers.SegmentOf.Select(place => place == Partition.Noise ? -1f : place)],
            ExploreQuery.Clusters => [.. customers.Clusters.Select(cluster => cluster == Partition.Noise ? -1f : cluster)],
            _ => [.. customers.Feature(column).Select(value => (float)value)],
        };
    }

    /// <summary>Where customers are in the third direction, 0 to 1: their place among all customers by a feature, equals together.</summary>
    /// <remarks>Ranks, not values: one customer who bought a thousand times as much would press all others into a plane.</remarks>
    public static float[] Depths(CustomerTable customers, string feature)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var values = customers.Feature(feature);
        var sorted = customers.Everybody.ToArray();
        Array.Sort(sorted, (one, other) => values[one].CompareTo(values[other]));
        var depths = new float[customers.Count];
        for (var first = 0; first < sorted.Length;)
        {
            var last = first;
            while (last + 1 < sorted.Length && values[sorted[last + 1]] == values[sorted[first]])
            {
                last++;
            }

            for (var i = first; i <= last; i++)
            {
                depths[sorted[i]] = (first + last) / 2f / Math.Max(sorted.Length - 1, 1);
            }

            first = last + 1;
        }

        return depths;
    }

    /// <summary>Coordinates on the map: x and y of each customer, one after the other.</summary>
    public static float[] Points(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var points = new float[2 * customers.Count];
        for (var row = 0; row < customers.Count; row++)
        {
            (points[2 * row], points[(2 * row) + 1]) = ((float)customers.X[row], (float)customers.Y[row]);
        }

        return points;
    }
}
