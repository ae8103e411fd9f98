namespace Insiders.Core.Programmes;

/// <summary>When members are reviewed, how long a tier holds and what happens to those who fall short.</summary>
public sealed record Policy
{
    /// <summary>Bounds of <see cref="MaintainMonths"/> and <see cref="GraceDays"/>.</summary>
    public const int MostMonths = 36, MostGraceDays = 365;

    private const int LeapYear = 2000;

    /// <summary>How often members are reviewed.</summary>
    public ReviewRhythm Rhythm { get; init; } = ReviewRhythm.EachRun;

    /// <summary>What the end of a tier's period is counted from.</summary>
    public ExpiryAnchor Anchor { get; init; } = ExpiryAnchor.TierStart;

    /// <summary>Month of the fixed day, 1 to 12.</summary>
    public int FixedMonth { get; init { ThrowUnless(value is >= 1 and <= 12, value, nameof(FixedMonth)); field = value; } } = 1;

    /// <summary>Day of the fixed day, 1 to 31; the last of the month where the month is shorter.</summary>
    public int FixedDay { get; init { ThrowUnless(value is >= 1 and <= 31, value, nameof(FixedDay)); field = value; } } = 1;

    /// <summary>Months that a tier holds, whatever happens meanwhile, 0 to <see cref="MostMonths"/>; 0: until the next review.</summary>
    public int MaintainMonths { get; init { ThrowUnless(value is >= 0 and <= MostMonths, value, nameof(MaintainMonths)); field = value; } } = 3;

    /// <summary>What happens to whoever falls short.</summary>
    public FallingShort Falling { get; init; } = FallingShort.AsEligible;

    /// <summary>Days after the period in which meeting the conditions again keeps the tier, 0 to <see cref="MostGraceDays"/>.</summary>
    public int GraceDays { get; init { ThrowUnless(value is >= 0 and <= MostGraceDays, value, nameof(GraceDays)); field = value; } } = 30;

    /// <summary>Whether a member who returned something is looked at with the next run, outside the rhythm, and is not protected by the period.</summary>
    public bool ChecksReturns { get; init; } = true;

    /// <summary>True when a review is due.</summary>
    /// <param name="previous">The last day of the data at the last review; null before the first.</param>
    /// <param name="asOf">The last day of the data now.</param>
    public bool IsDue(DateOnly? previous, DateOnly asOf)
        => previous is not { } last || (Rhythm == ReviewRhythm.EachRun ? asOf >= last : asOf > last && PeriodOf(last) != PeriodOf(asOf));

    /// <summary>The end of the period that a member was in on a day: the first end after it.</summary>
    /// <param name="membership">The member.</param>
    /// <param name="on">The day.</param>
    /// <returns>Null where tiers have no period.</returns>
    public DateOnly? PeriodEnd(Membership membership, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(membership);
        if (MaintainMonths == 0)
        {
            return null;
        }

        var start = Anchor switch
        {
            ExpiryAnchor.TierStart => membership.TierSince,
            ExpiryAnchor.JoinDate => membership.JoinedOn,
            _ => new DateOnly(LeapYear, FixedMonth, Math.Min(FixedDay, DateTime.DaysInMonth(LeapYear, FixedMonth))),
        };

        // Counted from the start each time, so that a period that began on the 31st does not slide to the 28th.
        var periods = Math.Max(1, (((on.Year - start.Year) * 12) + on.Month - start.Month) / MaintainMonths);
        while (start.AddMonths(periods * MaintainMonths) <= on)
        {
            periods++;
        }

        return start.AddMonths(periods * MaintainMonths);
    }

    private (int Year, int Part) PeriodOf(DateOnly day) => Rhythm switch
    {
        ReviewRhythm.Monthly => (day.Year, day.Month),
        ReviewRhythm.Quarterly => (day.Year, (day.Month - 1) / 3),
        _ => (day.Year, 0),
    };

    private static void ThrowUnless(bool holds, int value, string name)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, value, "The value lies outside the bounds of the policy.");
        }
    }
}
