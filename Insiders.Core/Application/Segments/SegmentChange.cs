using System.Collections.Immutable;

namespace Insiders.Core.Application.Segments;

/// <summary>Something an analyst wants done to a segment.</summary>
public abstract record SegmentChange
{
    private SegmentChange()
    {
    }

    /// <summary>Another name; a language left empty takes the other's.</summary>
    public sealed record Rename(long SegmentId, string English, string Portuguese) : SegmentChange;

    /// <summary>Another colour of the palette.</summary>
    public sealed record Recolour(long SegmentId, string Colour) : SegmentChange;

    /// <summary>Another lever; a language left empty takes the other's.</summary>
    public sealed record SetLever(long SegmentId, string English, string Portuguese) : SegmentChange;

    /// <summary>Other segments taken in.</summary>
    public sealed record Merge(long SegmentId, ImmutableArray<long> Parts) : SegmentChange;

    /// <summary>An edit taken back.</summary>
    public sealed record Undo(long EditId) : SegmentChange;
}
