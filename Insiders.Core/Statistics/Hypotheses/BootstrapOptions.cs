namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>Settings of every interval that is found by drawing customers again.</summary>
public sealed record BootstrapOptions
{
    /// <summary>How often the customers are drawn again.</summary>
    public int Replicates { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 99, nameof(Replicates)); field = value; } } = 999;

    /// <summary>How often intervals hold the truth.</summary>
    public double Coverage
    {
        get; init => field = value is > 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(Coverage), value, "A coverage is a number above 0 and below 1.");
    } = 0.95;

    /// <summary>Seed of the draws.</summary>
    public ulong Seed { get; init; } = 42;
}
