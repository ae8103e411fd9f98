using System.Collections.Immutable;

namespace Insiders.Core.Customers;

/// <summary>How unevenly revenue is spread: which part of it the best customers hold.</summary>
/// <param name="Points">The best 0, 1, 2 … 100 per cent of the customers; empty where there is no customer.</param>
public sealed record Concentration(ImmutableArray<ConcentrationPoint> Points)
{
    /// <summary>What the best of some customers hold.</summary>
    /// <param name="revenue">Revenue of each of them, in any order, 0 or more.</param>
    /// <remarks>A part of the customers is rounded up to whole ones: the best 1 % of 150 are 2. O(n log n).</remarks>
    public static Concentration Of(IEnumerable<double> revenue)
    {
        var sorted = revenue.OrderDescending().ToArray();
        var total = sorted.Sum();
        if (sorted.Length == 0)
        {
            return new([]);
        }

        var points = ImmutableArray.CreateBuilder<ConcentrationPoint>(101);
        var (taken, sum) = (0, 0.0);
        for (var percent = 0; percent <= 100; percent++)
        {
            for (var wanted = (int)(((long)sorted.Length * percent + 99) / 100); taken < wanted; taken++)
            {
                sum += sorted[taken];
            }

            points.Add(new(percent, taken, total > 0 ? Math.Min(1, sum / total) : 0, taken == 0 ? 0 : sorted[taken - 1]));
        }

        return new(points.MoveToImmutable());
    }
}
