using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Segments;

namespace Insiders.Core.Application.Programmes.Report;

/// <summary>What a segment is expected to bring in.</summary>
/// <param name="Segment">The segment.</param>
/// <param name="Expected">Money is given, its interval not always.</param>
public sealed record SegmentExpectation(RunSegment Segment, HorizonOutlook Expected);
