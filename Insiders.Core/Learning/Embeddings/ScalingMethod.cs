namespace Insiders.Core.Learning.Embeddings;

/// <summary>How columns are brought to one scale.</summary>
public enum ScalingMethod
{
    /// <summary>The lowest value becomes 0, the highest 1.</summary>
    MinMax,

    /// <summary>The mean becomes 0, the standard deviation (over n) 1.</summary>
    Standard,

    /// <summary>The median becomes 0, the range of the middle half 1: extremes do not decide.</summary>
    Robust,

    /// <summary>log(1 + distance from the lowest value ÷ the median distance of those above it), then as <see cref="Standard"/>: for columns in which few are far above the many.</summary>
    Log,
}
