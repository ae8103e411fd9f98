namespace Insiders.Core.Statistics.Rules;

/// <summary>Settings of <see cref="RuleSearch"/>.</summary>
public sealed record RuleOptions
{
    /// <summary>Conditions at most.</summary>
    public int MaximumConditions { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumConditions)); ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10, nameof(MaximumConditions)); field = value; } } = 4;

    /// <summary>Half-built rules that are kept at each step; 1 is the greedy search of a tree.</summary>
    public int Width { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Width)); ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000, nameof(Width)); field = value; } } = 10;

    /// <summary>What F1 has to rise by for one more condition to be worth saying.</summary>
    public double LeastGain
    {
        get; init => field = value is >= 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(LeastGain), value, "A gain is a number from 0 up to, but not, 1.");
    } = 0.005;
}
