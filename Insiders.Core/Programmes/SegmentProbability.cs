using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Numerics;

namespace Insiders.Core.Programmes;

/// <summary>How probable it is that a customer belongs to a segment: the share of the customers most like them who do.</summary>
/// <remarks>
/// Nearest neighbours in the projection (k-nearest-neighbour classification, Cover and Hart 1967), the customer not among them. Every kind of clusterer has
/// it, while only mixtures have probabilities of their own. It is as coarse as 1 ÷ <see cref="Neighbours"/>.
/// </remarks>
public static class SegmentProbability
{
    /// <summary>Customers who are asked.</summary>
    public const int Neighbours = 15;

    private const int ExactLimit = 20_000;
    private const ulong Seed = 27;

    /// <summary>The probability of every customer, by row, 0 to 1; 0 for all where there is no such segment or nobody else.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="segmentId">The segment; null for the top one.</param>
    /// <param name="cancellationToken">Cancels the search.</param>
    /// <remarks>O(n²) up to 20,000 customers (4,312 take about 0.1 s), O(n log n) beyond.</remarks>
    public static ImmutableArray<double> Of(CustomerTable customers, long? segmentId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var place = PlaceOf(customers, segmentId);
        var others = Math.Min(Neighbours, customers.Count - 1);
        if (place == Partition.Noise || others < 1)
        {
            return [.. new double[customers.Count]];
        }

        var points = Matrix.FromRows([.. customers.Everybody.Select(row => new[] { customers.X[row], customers.Y[row] })]);
        var near = customers.Count <= ExactLimit
            ? ExactNeighbours.Within(points, others, RowMetric.Euclidean, Environment.ProcessorCount, cancellationToken)
            : NeighbourDescent.Within(points, others, RowMetric.Euclidean, Seed, Environment.ProcessorCount, cancellationToken);
        return [.. customers.Everybody.Select(row => Share(near.IndicesOf(row)))];

        double Share(ReadOnlySpan<int> rows)
        {
            var members = 0;
            foreach (var row in rows)
            {
                members += customers.SegmentOf[row] == place ? 1 : 0;
            }

            return members / (double)rows.Length;
        }
    }

    /// <summary>The place of a segment among those of a base; <see cref="Partition.Noise"/> where it has none such.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="segmentId">The segment; null for the top one.</param>
    internal static int PlaceOf(CustomerTable customers, long? segmentId)
    {
        var segment = segmentId is { } id ? customers.FindSegment(id) : customers.Segments.FirstOrDefault();
        return segment is null ? Partition.Noise : customers.Segments.IndexOf(segment);
    }
}
