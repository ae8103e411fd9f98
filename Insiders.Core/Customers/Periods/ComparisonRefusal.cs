namespace Insiders.Core.Customers.Periods;

/// <summary>Why a period is not compared, with what a sentence about it needs.</summary>
/// <param name="Code">The reason.</param>
/// <param name="Period">The period it is about: the one looked at, or the one it was to be compared with.</param>
/// <param name="Day">The last or first day with sales that stands in the way; the first day of a gap; null where it is about no day.</param>
public sealed record ComparisonRefusal(ComparisonRefusalCode Code, Period Period, DateOnly? Day = null);
