using System.Collections.Immutable;

namespace Insiders.Core.Customers.Periods;

/// <summary>Which days a run has sales of: what decides whether a period is whole.</summary>
/// <param name="First">The first day with a sale.</param>
/// <param name="Last">The last one; not before <paramref name="First"/>.</param>
/// <param name="Gaps">Times in between without any sale that are too long to be the shop's habit.</param>
public sealed record PeriodCoverage(DateOnly First, DateOnly Last, ImmutableArray<SalesGap> Gaps)
{
    /// <summary>True when the ledger has every day of a period.</summary>
    public bool IsWhole(Period period) => Doubt(period) is null;

    /// <summary>True when the period is still running on the last day with sales.</summary>
    public bool IsUnfinished(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Last > Last;
    }

    /// <summary>The period of one unit with the last day; it may be unfinished.</summary>
    public Period Latest(PeriodUnit unit) => Period.Of(unit, Last);

    /// <summary>The latest period of one unit that is whole; null when the ledger has none.</summary>
    public Period? LatestWhole(PeriodUnit unit)
    {
        for (var period = Latest(unit); period is not null && period.Last >= First; period = period.Previous)
        {
            if (IsWhole(period))
            {
                return period;
            }
        }

        return null;
    }

    /// <summary>The period that is looked at where nobody chose one: the latest whole month with a whole one before it, else the latest whole week, else the latest day.</summary>
    public Period Standard
        => LatestWhole(PeriodUnit.Month) is { Previous: { } before } month && IsWhole(before) ? month : LatestWhole(PeriodUnit.Week) ?? Latest(PeriodUnit.Day);

    /// <summary>Units with sales from the first to the last, at most so many, the latest last.</summary>
    /// <param name="until">The last of them, of one or more units.</param>
    /// <param name="count">How many at most.</param>
    public ImmutableArray<Period> Before(Period until, int count)
    {
        var periods = new List<Period>();
        for (var period = until; period is not null && periods.Count < count && period.Last >= First; period = period.Previous)
        {
            periods.Add(period);
        }

        periods.Reverse();
        return [.. periods];
    }

    /// <summary>What stands in the way of a comparison of this period; null where nothing does.</summary>
    public ComparisonRefusal? Doubt(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return period.Last > Last ? new(ComparisonRefusalCode.Unfinished, period, Last)
            : period.First < First ? new(ComparisonRefusalCode.BeginsEarlier, period, First)
            : Gaps.FirstOrDefault(gap => gap.First <= period.Last && gap.Last >= period.First) is { } gap ? new(ComparisonRefusalCode.HasGap, period, gap.First)
            : null;
    }
}
