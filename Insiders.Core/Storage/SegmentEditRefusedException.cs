namespace Insiders.Core.Storage;

/// <summary>An edit that came too late: somebody else was faster.</summary>
/// <param name="reason">What stands in the way.</param>
/// <param name="by">The edit that stands in the way; null where there is none.</param>
public sealed class SegmentEditRefusedException(SegmentEditRefusal reason, SegmentEdit? by) : Exception($"The segment was not edited: {reason}.")
{
    /// <summary>What stands in the way.</summary>
    public SegmentEditRefusal Reason { get; } = reason;

    /// <summary>The edit that stands in the way; null where there is none.</summary>
    public SegmentEdit? By { get; } = by;
}
