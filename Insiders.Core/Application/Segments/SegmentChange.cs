using System.Collections.Immutable;

namespace Insiders.Core.Application.Segments;

/// <summary>A change an analyst makes to a segment.</summary>
public abstract record SegmentChange
{
    private SegmentChange()
    {
    }

    /// <summary>Renames it; an empty language takes the other's text.</summary>
    public sealed record Rename(long SegmentId, string English, string Portuguese) : SegmentChange;

    /// <summary>Changes its colour to another one of the palette.</summary>
    public sealed record Recolour(long SegmentId, string Colour) : SegmentChange;

    /// <summary>Changes its lever; an empty language takes the other's text.</summary>
    public sealed record SetLever(long SegmentId, string English, string Portuguese) : SegmentChange;

    /// <summary>Merges other segments into it.</summary>
    public sealed record Merge(long SegmentId, ImmutableArray<long> Parts) : SegmentChange;

    /// <summary>Undoes an edit.</summary>
    public sealed record Undo(long EditId) : SegmentChange;
}
