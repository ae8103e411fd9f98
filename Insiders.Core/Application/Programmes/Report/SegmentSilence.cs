using Insiders.Core.Customers;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>How many customers of a segment went silent: the nearest a shop without contracts comes to churn.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Customers">Its customers.</param>
/// <param name="Slipping">Those who are later than usual.</param>
/// <param name="Gone">Those who are dormant or lost.</param>
public sealed record SegmentSilence(RunSegment Segment, int Customers, int Slipping, int Gone)
{
    /// <summary>The share that is dormant or lost, 0 to 1.</summary>
    public double GoneShare => Gone / (double)Math.Max(Customers, 1);

    /// <summary>Counts a segment; null where stages are not known.</summary>
    public static SegmentSilence? Of(CustomerTable customers, RunSegment segment)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return customers.CountMembers(customers.MembersOf(segment)) is { } counts ? new(segment, counts.Customers, counts.Slipping, counts.Dormant + counts.Lost) : null;
    }
}
