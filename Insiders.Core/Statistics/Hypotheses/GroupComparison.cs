namespace Insiders.Core.Statistics.Hypotheses;

/// <summary>What two groups differ by.</summary>
/// <param name="First">The figure of the first group, the one compared with; null when it has none.</param>
/// <param name="Second">The figure of the second.</param>
/// <param name="FirstCount">Customers of the first.</param>
/// <param name="SecondCount">Customers of the second.</param>
/// <param name="Difference">Second less first; null where it cannot be said: fewer than two customers, nobody differs, or too few who do.</param>
/// <param name="Ratio">Second ÷ first; null likewise, and where the first is not clearly above 0.</param>
public sealed record GroupComparison(double? First, double? Second, int FirstCount, int SecondCount, Effect? Difference, Effect? Ratio);
