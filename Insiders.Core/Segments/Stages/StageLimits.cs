namespace Insiders.Core.Segments.Stages;

/// <summary>The limits by which customers of one ledger have their stages, and what they were computed from.</summary>
public sealed record StageLimits
{
    /// <summary>Purchase days from which on a customer is measured against gaps of their own: two gaps are the fewest that have a middle.</summary>
    public const int OwnRhythmFrom = 3;

    /// <summary>A usual gap counts as this at least: who buys daily is not slipping after two days.</summary>
    public const int ShortestUsualGapDays = 7;

    /// <summary>Customers are new for so many days after their first purchase.</summary>
    public required int NewDays { get; init; }

    /// <summary>Multiples of a customer's own usual gap, for those with three purchase days and more.</summary>
    public required StageBounds UsualGaps { get; init; }

    /// <summary>Days of silence, for everybody else.</summary>
    public required StageBounds SilentDays { get; init; }

    /// <summary>Nobody is lost before so many days of silence.</summary>
    public required double LostNotBeforeDays { get; init; }

    /// <summary>The middle one of all gaps between purchase days in the ledger; null in a ledger in which nobody came twice.</summary>
    public required double? MedianGapDays { get; init; }

    /// <summary>Gaps between purchase days in the ledger, over all customers.</summary>
    public required int Gaps { get; init; }

    /// <summary>Customers who are measured against gaps of their own.</summary>
    public required int CustomersWithRhythm { get; init; }

    /// <summary>The bounds in days for one customer.</summary>
    /// <param name="usualGapDays">The middle one of the customer's own gaps; null with fewer than <see cref="OwnRhythmFrom"/> purchase days.</param>
    public StageBounds BoundsFor(double? usualGapDays)
    {
        var bounds = usualGapDays is { } usual ? UsualGaps.Times(Math.Max(usual, ShortestUsualGapDays)) : SilentDays;

        // A regular customer's silence is no loss while silences as long end every day in this shop.
        var lost = Math.Max(Math.Max(bounds.Lost, LostNotBeforeDays), usualGapDays is null ? 0 : SilentDays.Lost);
        return bounds with { Lost = Math.Max(lost, bounds.Dormant) };
    }
}
