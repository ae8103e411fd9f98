namespace Insiders.Core.Programmes;

/// <summary>A measure lies within bounds, ends included. A customer without a value does not meet it.</summary>
/// <param name="Measure">Name of a feature or measure of customers.</param>
/// <param name="From">Least value, or null.</param>
/// <param name="To">Greatest value, or null.</param>
public sealed record MeasureCondition(string Measure, double? From, double? To) : Condition;
