using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <content>Picking and sorting customers.</content>
public sealed partial class CustomerTable
{
    /// <summary>The rows that pass a filter, ascending.</summary>
    /// <param name="filter">The conditions. A segment id or a month that this base does not have matches nobody.</param>
    /// <exception cref="ArgumentException">A range names a feature that the base does not have.</exception>
    public ImmutableArray<int> Select(CustomerFilter filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        if (filter.IsNone)
        {
            return Everybody;
        }

        var segments = filter.SegmentIds.IsEmpty ? null : Segments.Select(segment => segment.Parts.Any(part => filter.SegmentIds.Contains(part))).ToArray();
        var countries = filter.Countries.ToHashSet(StringComparer.Ordinal);
        var ranges = filter.Ranges.Select(range => (Values: Feature(range.Feature), From: range.From ?? double.NegativeInfinity, To: range.To ?? double.PositiveInfinity)).ToArray();
        var bought = filter.Month is { } month ? BoughtIn(month) : null;
        var meant = new Dictionary<string, bool>(StringComparer.Ordinal);
        var rows = ImmutableArray.CreateBuilder<int>();
        foreach (var row in filter.Among?.Rows ?? Everybody)
        {
            if ((bought is null || bought[row]) &&
                (segments is null || (SegmentOf[row] != Partition.Noise && segments[SegmentOf[row]])) &&
                (filter.Stages.IsEmpty || (Stages is not null && filter.Stages.Contains(Stages.Stages[row]))) &&
                (countries.Count == 0 || countries.Contains(Countries[row])) &&
                Array.TrueForAll(ranges, range => range.Values[row] >= range.From && range.Values[row] <= range.To) &&
                (filter.Text.Length == 0 || Ids[row].Contains(filter.Text, StringComparison.OrdinalIgnoreCase) || IsMeant(Countries[row])))
            {
                rows.Add(row);
            }
        }

        return rows.ToImmutable();

        // A base has few countries and many customers.
        bool IsMeant(string country) => meant.TryGetValue(country, out var known) ? known : meant[country] = CountryCatalog.IsMeant(country, filter.Text);
    }

    /// <summary>The rows of a segment, ascending.</summary>
    public ImmutableArray<int> MembersOf(RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return Select(new CustomerFilter { SegmentIds = [segment.SegmentId] });
    }

    /// <summary>Rows in the order asked for.</summary>
    /// <param name="rows">Any rows of the base.</param>
    /// <param name="order">The column and the direction.</param>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    /// <remarks>O(n log n); 200,000 rows take about 40 ms.</remarks>
    public ImmutableArray<int> Sort(ImmutableArray<int> rows, CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        Comparison<int> byValue = order.Column switch
        {
            "customer_id" => static (one, other) => one.CompareTo(other),
            "country" => (one, other) => string.CompareOrdinal(Countries[one], Countries[other]),
            "cluster" => (one, other) => Clusters[one].CompareTo(Clusters[other]),
            "segment" => (one, other) => SegmentOf[one].CompareTo(SegmentOf[other]),
            "silhouette" => (one, other) => Silhouettes[one].CompareTo(Silhouettes[other]),
            StageColumn => (one, other) => Stages is null ? 0 : Stages.Stages[one].CompareTo(Stages.Stages[other]),
            _ => ByFeature(Feature(order.Column)),
        };
        Func<int, bool> lacksValue = order.Column switch
        {
            "cluster" => row => Clusters[row] == Partition.Noise,
            "segment" => row => SegmentOf[row] == Partition.Noise,
            "silhouette" => row => double.IsNaN(Silhouettes[row]),
            _ when Measured.TryGetValue(order.Column, out var values) => row => double.IsNaN(values[row]),
            _ => static _ => false,
        };
        var sorted = rows.ToArray();
        Array.Sort(sorted, (one, other) =>
        {
            var (oneLacks, otherLacks) = (lacksValue(one), lacksValue(other));
            var difference = oneLacks || otherLacks ? oneLacks.CompareTo(otherLacks) : order.Descending ? byValue(other, one) : byValue(one, other);
            return difference != 0 ? difference : one.CompareTo(other);
        });
        return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(sorted);

        static Comparison<int> ByFeature(ImmutableArray<double> values) => (one, other) => values[one].CompareTo(values[other]);
    }
}
