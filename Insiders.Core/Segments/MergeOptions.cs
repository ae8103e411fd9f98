namespace Insiders.Core.Segments;

/// <summary>How clusters become segments.</summary>
public sealed record MergeOptions
{
    /// <summary>So many clusters with the highest mean revenue stay segments of their own, 0 to 50. The study: 4.</summary>
    public int Keep
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfNegative(value, nameof(Keep));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 50, nameof(Keep));
            field = value;
        }
    } = 4;
}
