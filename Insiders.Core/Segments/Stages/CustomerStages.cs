using System.Collections.Immutable;

namespace Insiders.Core.Segments.Stages;

/// <summary>The stage of every customer of a ledger on one day.</summary>
/// <remarks>Immutable. O(n log n) time for n purchase days; 200,000 customers take about 0.2 s.</remarks>
public sealed class CustomerStages
{
    private readonly PurchaseDays _days;
    private readonly int _firstDay;
    private readonly int _asOf;

    private CustomerStages(PurchaseDays days, DateOnly firstDay, DateOnly asOf, StageLimits limits)
    {
        _days = days;
        (_firstDay, _asOf) = (firstDay.DayNumber, asOf.DayNumber);
        Limits = limits;
        Stages = [.. Enumerable.Range(0, days.Customers).Select(row => Read(row).Stage)];
    }

    /// <summary>What they follow from.</summary>
    public StageLimits Limits { get; }

    /// <summary>One per customer, by row.</summary>
    public ImmutableArray<CustomerStage> Stages { get; }

    /// <summary>Computes limits and stages.</summary>
    /// <param name="days">When each customer bought, up to <paramref name="asOf"/>.</param>
    /// <param name="firstDay">First date of the ledger.</param>
    /// <param name="asOf">Its last date, which silence is counted to. Not before <paramref name="firstDay"/>.</param>
    /// <param name="settings">Limits that an administrator set.</param>
    /// <exception cref="ArgumentOutOfRangeException">The as-of date lies before the first date.</exception>
    public static CustomerStages Of(PurchaseDays days, DateOnly firstDay, DateOnly asOf, StageSettings settings)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, firstDay);
        return new(days, firstDay, asOf, StageLimitsRule.Of(days, asOf.DayNumber - firstDay.DayNumber, settings));
    }

    /// <summary>Stages under limits that are known already: those of another day, so that only the customers differ.</summary>
    /// <param name="days">When each customer bought, up to <paramref name="asOf"/>.</param>
    /// <param name="firstDay">First date of the ledger.</param>
    /// <param name="asOf">The day that silence is counted to. Not before <paramref name="firstDay"/>.</param>
    /// <param name="limits">The limits.</param>
    /// <exception cref="ArgumentOutOfRangeException">The as-of date lies before the first date.</exception>
    public static CustomerStages Of(PurchaseDays days, DateOnly firstDay, DateOnly asOf, StageLimits limits)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(limits);
        ArgumentOutOfRangeException.ThrowIfLessThan(asOf, firstDay);
        return new(days, firstDay, asOf, limits);
    }

    /// <summary>The same customers under other limits.</summary>
    /// <param name="settings">What an administrator set.</param>
    public CustomerStages With(StageSettings settings) => Of(_days, DateOnly.FromDayNumber(_firstDay), DateOnly.FromDayNumber(_asOf), settings);

    /// <summary>The stage of one customer and what it follows from.</summary>
    /// <param name="row">The customer.</param>
    public StageReading Read(int row)
    {
        var days = _days.Of(row);
        var (silent, known) = days.IsEmpty ? (_asOf - _firstDay, _asOf - _firstDay) : (_asOf - days[^1], _asOf - days[0]);
        var usual = StageLimitsRule.UsualGap(days);
        var bounds = Limits.BoundsFor(usual);
        return new StageReading(!days.IsEmpty && known <= Limits.NewDays ? CustomerStage.New : bounds.Of(silent), silent, known, usual, bounds);
    }
}
