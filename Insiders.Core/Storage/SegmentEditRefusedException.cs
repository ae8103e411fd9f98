namespace Insiders.Core.Storage;

/// <summary>An edit that cannot be: somebody else was faster, or two segments would have one name.</summary>
/// <param name="reason">What stands in the way.</param>
/// <param name="by">The edit that stands in the way; null where there is none.</param>
/// <param name="clash">Who has the name; null unless it is about one.</param>
public sealed class SegmentEditRefusedException(SegmentEditRefusal reason, SegmentEdit? by, NameClash? clash = null) : Exception($"The segment was not edited: {reason}.")
{
    /// <summary>What stands in the way.</summary>
    public SegmentEditRefusal Reason { get; } = reason;

    /// <summary>The edit that stands in the way; null where there is none.</summary>
    public SegmentEdit? By { get; } = by;

    /// <summary>Who has the name; null unless it is about one.</summary>
    public NameClash? Clash { get; } = clash;
}
