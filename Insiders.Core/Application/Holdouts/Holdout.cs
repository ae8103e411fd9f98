using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Holdouts;

/// <summary>An experiment: some customers of a group, drawn by chance, get nothing, so that the others can be compared with somebody.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Group">Whom it was drawn from.</param>
/// <param name="SegmentId">The segment, where it is one.</param>
/// <param name="Metric">What it is judged by.</param>
/// <param name="StartsOn">Its first day.</param>
/// <param name="Days">How many days it takes.</param>
/// <param name="WithheldShare">The share that was to be withheld, above 0 and below 1.</param>
/// <param name="Seed">What chance it was drawn by; no other one has it.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="CreatedBy">By whom.</param>
public sealed record Holdout(long Id, string Name, OutlookGroup Group, long? SegmentId, HoldoutMetric Metric, DateOnly StartsOn, int Days, double WithheldShare, long Seed, DateTimeOffset CreatedAt, string CreatedBy)
{
    /// <summary>Characters of a name at most.</summary>
    public const int LongestName = 80;

    /// <summary>Its last day.</summary>
    public DateOnly EndsOn => StartsOn.AddDays(Days - 1);
}
