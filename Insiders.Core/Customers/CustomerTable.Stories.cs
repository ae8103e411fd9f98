using System.Collections.Immutable;
using Insiders.Core.Features;
using Insiders.Core.Learning.Clustering;

namespace Insiders.Core.Customers;

/// <content>One customer among the others.</content>
public sealed partial class CustomerTable
{
    /// <summary>Standard deviations that count as a difference: less is noise to a reader.</summary>
    private const double LeastDeviations = 0.2;

    /// <summary>How a feature spreads over customers.</summary>
    /// <param name="feature">The feature.</param>
    /// <param name="rows">Any rows of the base.</param>
    /// <remarks>O(n log n); 200,000 rows take about 15 ms.</remarks>
    public Spread SpreadOf(string feature, ImmutableArray<int> rows)
    {
        var values = Feature(feature);
        var valued = Valued(feature, rows);
        var picked = new double[valued.Length];
        for (var i = 0; i < picked.Length; i++)
        {
            picked[i] = values[valued[i]];
        }

        return Spread.Of(picked);
    }

    /// <summary>The customers nearest to one on the map, nearest first, without itself.</summary>
    /// <param name="row">The customer.</param>
    /// <param name="count">How many at most, at least 1.</param>
    /// <returns>Rows; equal distances go by row.</returns>
    /// <remarks>Straight distances in <see cref="X"/> and <see cref="Y"/>: what is near on the map, which is near in the model, mostly. O(n log count).</remarks>
    public ImmutableArray<int> NearestOnMap(int row, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var nearest = new PriorityQueue<int, (double, int)>(count + 1, Comparer<(double, int)>.Create(static (one, other) => other.CompareTo(one)));
        for (var other = 0; other < Count; other++)
        {
            if (other == row)
            {
                continue;
            }

            var (x, y) = (X[other] - X[row], Y[other] - Y[row]);
            if (nearest.Count < count)
            {
                nearest.Enqueue(other, ((x * x) + (y * y), other));
            }
            else
            {
                nearest.EnqueueDequeue(other, ((x * x) + (y * y), other));
            }
        }

        var rows = new int[nearest.Count];
        for (var i = rows.Length - 1; i >= 0; i--)
        {
            rows[i] = nearest.Dequeue();
        }

        return [.. rows];
    }

    /// <summary>In what a customer is like its segment and unlike the base, strongest first.</summary>
    /// <param name="row">The customer.</param>
    /// <param name="count">How many at most.</param>
    /// <returns>
    /// Nothing for noise, and nothing where customer and segment share no difference of <see cref="SharedDifference.Strength"/> 0.2 or more.
    /// Places on earth and shares by weekday and day of the month are not asked: they say little in a sentence.
    /// </returns>
    /// <remarks>Likeness, not a cause: segments come from all features at once. O(n) per feature.</remarks>
    public ImmutableArray<SharedDifference> SharedDifferences(int row, int count)
    {
        if (SegmentOf[row] == Partition.Noise)
        {
            return [];
        }

        var members = MembersOf(Segments[SegmentOf[row]]);
        return
        [
            .. ProfileNames.Where(IsTellable).Select(feature => Difference(feature, row, members)).OfType<SharedDifference>()
                .Where(difference => difference.Strength >= LeastDeviations).OrderByDescending(difference => difference.Strength).Take(count),
        ];
    }

    private SharedDifference? Difference(string feature, int row, ImmutableArray<int> members)
    {
        var values = Feature(feature);
        var (mean, deviation) = Moments(feature);
        if (deviation == 0)
        {
            return null;
        }

        var (own, shared) = ((values[row] - mean) / deviation, (Mean(feature, members) - mean) / deviation);
        return own * shared > 0 ? new SharedDifference(feature, values[row], mean, own, shared) : null;
    }

    private static bool IsTellable(string feature)
        => FeatureCatalog.All.FirstOrDefault(definition => definition.Name == feature) is not { } known || (known.Scaled && known.Unit != FeatureUnit.Degrees);
}
