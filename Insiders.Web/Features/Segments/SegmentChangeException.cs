namespace Insiders.Web.Features.Segments;

/// <summary>A change of a segment that cannot be; the message says why, in the reader's language.</summary>
public sealed class SegmentChangeException(string message) : Exception(message);
