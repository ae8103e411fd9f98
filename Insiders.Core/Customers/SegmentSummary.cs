using Insiders.Core.Segments;

namespace Insiders.Core.Customers;

/// <summary>One segment among the customers that were asked about.</summary>
/// <param name="Segment">The segment; null for customers of none.</param>
/// <param name="Profile">Its customers among them; shares are of all who meet the conditions besides that on segments.</param>
/// <param name="IsSelected">False where a condition on segments leaves it out.</param>
public sealed record SegmentSummary(RunSegment? Segment, GroupProfile Profile, bool IsSelected);
