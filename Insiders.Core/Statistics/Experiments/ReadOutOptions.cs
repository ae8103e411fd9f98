namespace Insiders.Core.Statistics.Experiments;

/// <summary>Settings of <see cref="ReadOut"/>.</summary>
public sealed record ReadOutOptions
{
    /// <summary>Coverage of the intervals.</summary>
    public double Coverage
    {
        get; init => field = value is > 0 and < 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(Coverage), value, "A coverage is a number above 0 and below 1.");
    } = 0.95;

    /// <summary>Outcomes above this share of all customers' outcomes count as the outcome at it; 1 changes nothing.</summary>
    public double WinsorisedAt
    {
        get; init => field = value is > 0 and <= 1 ? value
        : throw new ArgumentOutOfRangeException(nameof(WinsorisedAt), value, "A share here is a number above 0 up to 1.");
    } = 1;
}
