namespace Insiders.Core.Statistics.Forecasts;

/// <summary>Settings of <see cref="Forecaster"/>.</summary>
public sealed record ForecastOptions
{
    /// <summary>Periods of a year: 12 for months, 52 for weeks, 1 for a series that has no year.</summary>
    public int PeriodsPerYear { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(PeriodsPerYear)); ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 366, nameof(PeriodsPerYear)); field = value; } } = 12;

    /// <summary>Periods to forecast.</summary>
    public int Horizon { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Horizon)); ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 520, nameof(Horizon)); field = value; } } = 12;

    /// <summary>Whole periods that a series needs at least.</summary>
    public int MinimumPeriods { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 4, nameof(MinimumPeriods)); field = value; } } = 12;

    /// <summary>The share of periods that need to have anything in them.</summary>
    public double MinimumFilledShare
    {
        get; init => field = value is >= 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(MinimumFilledShare), value, "A share is a number from 0 to 1.");
    } = 0.5;

    /// <summary>Iterations of each search at most.</summary>
    public int MaximumIterations { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations)); field = value; } } = 300;
}
