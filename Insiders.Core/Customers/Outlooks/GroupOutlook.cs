using System.Collections.Immutable;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>What a group of customers is expected to bring in.</summary>
/// <param name="Group">Whom it is of.</param>
/// <param name="SegmentId">The segment; null for the base and for members of the programme.</param>
/// <param name="Customers">How many there are.</param>
/// <param name="Alive">How many of them the model takes to be customers still.</param>
/// <param name="Staying">How many of them are expected to buy within <see cref="OutlookReplay.StayDays"/>.</param>
/// <param name="Horizons">One per number of <see cref="OutlookColumns.Horizons"/>, in their order.</param>
public sealed record GroupOutlook(OutlookGroup Group, long? SegmentId, int Customers, double Alive, double Staying, ImmutableArray<HorizonOutlook> Horizons);
