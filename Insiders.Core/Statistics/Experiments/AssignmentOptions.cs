namespace Insiders.Core.Statistics.Experiments;

/// <summary>Settings of <see cref="StratifiedAssignment"/>.</summary>
public sealed record AssignmentOptions
{
    /// <summary>Seed of the experiment: kept with it, and never used for another.</summary>
    public ulong Seed { get; init; } = 42;

    /// <summary>The share of every stratum that gets nothing.</summary>
    public double WithheldShare
    {
        get; init => field = value is > 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(WithheldShare), value, "A share here is a number above 0 and below 1.");
    } = 0.1;
}
