namespace Insiders.Core.Statistics.Rules;

/// <summary>One condition on a customer, such as <c>gross_revenue ≥ 2,000</c>.</summary>
/// <param name="Column">Which column of the table.</param>
/// <param name="AtLeast">True for at least, false for less than.</param>
/// <param name="Threshold">The number compared with, rounded to what a person would say.</param>
public readonly record struct RuleCondition(int Column, bool AtLeast, double Threshold)
{
    /// <summary>Whether a value meets the condition.</summary>
    public bool Admits(double value) => AtLeast ? value >= Threshold : value < Threshold;
}
