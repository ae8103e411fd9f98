namespace Insiders.Core.Segments.Edits;

/// <summary>What an edit of a segment changes.</summary>
public enum SegmentEditKind
{
    /// <summary>What it is called.</summary>
    Name,

    /// <summary>Its colour.</summary>
    Colour,

    /// <summary>What is to be done with it.</summary>
    Lever,

    /// <summary>Which other segments it takes in.</summary>
    Merge,
}
