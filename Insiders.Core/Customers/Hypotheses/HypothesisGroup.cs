using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers.Hypotheses;

/// <summary>Whom a hypothesis is about: of the conditions given all have to be met; without any it is everybody.</summary>
/// <param name="IsBest">The segment with the highest mean revenue, whichever that is in a run.</param>
/// <param name="SegmentId">A segment, by stable id.</param>
/// <param name="Stage">A stage.</param>
/// <param name="Country">A country, as the ledger spells it.</param>
public sealed record HypothesisGroup(bool IsBest = false, long? SegmentId = null, CustomerStage? Stage = null, string? Country = null)
{
    /// <summary>All customers.</summary>
    public static HypothesisGroup Everybody { get; } = new();

    /// <summary>The segment with the highest mean revenue.</summary>
    public static HypothesisGroup Best { get; } = new(IsBest: true);

    /// <summary>The conditions of the list of its customers; null where the run has no such segment.</summary>
    /// <param name="customers">The base.</param>
    public CustomerFilter? FilterOf(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ImmutableArray<long> segments = [.. IsBest ? customers.Segments.Take(1).Select(segment => segment.SegmentId) : [], .. SegmentId is { } id ? [id] : (ImmutableArray<long>)[]];
        return (IsBest && customers.Segments.IsEmpty) || (SegmentId is { } wanted && customers.FindSegment(wanted) is null)
            ? null
            : new CustomerFilter { SegmentIds = segments, Stages = Stage is { } stage ? [stage] : [], Countries = Country is null ? [] : [Country] };
    }
}
