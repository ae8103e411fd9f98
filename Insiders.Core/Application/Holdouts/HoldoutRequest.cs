using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Holdouts;

/// <summary>What a hold-out is to be.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Group">Whom to draw from.</param>
/// <param name="SegmentId">The segment, where it is one.</param>
/// <param name="Metric">What it is judged by.</param>
/// <param name="Days">How many days it takes, within <see cref="ShortestDays"/> and <see cref="LongestDays"/>.</param>
/// <param name="WithheldShare">The share to withhold, within <see cref="LeastShare"/> and <see cref="MostShare"/>.</param>
public sealed record HoldoutRequest(string Name, OutlookGroup Group, long? SegmentId, HoldoutMetric Metric, int Days, double WithheldShare)
{
    /// <summary>Days at least.</summary>
    public const int ShortestDays = 7;

    /// <summary>Days at most.</summary>
    public const int LongestDays = 365;

    /// <summary>The least share to withhold.</summary>
    public const double LeastShare = 0.01;

    /// <summary>The largest share to withhold.</summary>
    public const double MostShare = 0.9;
}
