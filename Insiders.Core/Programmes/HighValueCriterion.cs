namespace Insiders.Core.Programmes;

/// <summary>One of the eight criteria of high value, with its threshold.</summary>
/// <param name="Key">Its stable key.</param>
/// <param name="Measure">The measure of customers that stands for it.</param>
/// <param name="IsHigh">True where a customer of high value has at least the threshold, false where at most.</param>
/// <param name="Threshold">The threshold, in the unit of the measure.</param>
public sealed record HighValueCriterion(string Key, string Measure, bool IsHigh, double Threshold);
