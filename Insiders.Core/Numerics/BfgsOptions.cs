namespace Insiders.Core.Numerics;

/// <summary>When <see cref="Bfgs"/> stops.</summary>
public sealed record BfgsOptions
{
    /// <summary>Done when no slope is steeper than this, in units of the function per unit of its parameter.</summary>
    public double GradientTolerance
    {
        get; init => field = value is > 0 and < double.PositiveInfinity ? value
        : throw new ArgumentOutOfRangeException(nameof(GradientTolerance), value, "A tolerance is a finite number above zero.");
    } = 1e-9;

    /// <summary>Iterations at most.</summary>
    public int MaximumIterations { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations)); field = value; } } = 500;

    /// <summary>The longest step, in every direction together.</summary>
    public double LongestStep
    {
        get; init => field = value is > 0 and < double.PositiveInfinity ? value
        : throw new ArgumentOutOfRangeException(nameof(LongestStep), value, "A step is a finite length above zero.");
    } = 2;
}
