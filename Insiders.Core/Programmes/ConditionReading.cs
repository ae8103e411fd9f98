namespace Insiders.Core.Programmes;

/// <summary>A condition with what the customer had on the day it was looked at.</summary>
/// <param name="Condition">The condition, as it was then.</param>
/// <param name="IsMet">Whether it was met.</param>
/// <param name="Value">The measure, the probability, the id of the segment or the number of the stage; null where there is none.</param>
public sealed record ConditionReading(Condition Condition, bool IsMet, double? Value);
