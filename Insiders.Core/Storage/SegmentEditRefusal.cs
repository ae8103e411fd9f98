namespace Insiders.Core.Storage;

/// <summary>Why an edit or its undoing was refused.</summary>
public enum SegmentEditRefusal
{
    /// <summary>There is no such edit.</summary>
    Unknown,

    /// <summary>Somebody undid it before.</summary>
    AlreadyUndone,

    /// <summary>A later edit of the same thing holds: that one can be undone.</summary>
    Overtaken,

    /// <summary>One of the segments was merged into another before.</summary>
    AlreadyMerged,

    /// <summary>Another segment has the name.</summary>
    NameTaken,

    /// <summary>Undoing it would bring back a name that another segment has been given since.</summary>
    NameTakenSince,
}
