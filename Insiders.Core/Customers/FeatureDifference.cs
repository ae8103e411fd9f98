namespace Insiders.Core.Customers;

/// <summary>How far a set of customers is from the base in one feature.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Mean">Mean over the set.</param>
/// <param name="BaseMean">Mean over the base.</param>
/// <param name="Standardised">Difference of the means ÷ standard deviation of the base: comparable between features.</param>
public sealed record FeatureDifference(string Feature, double Mean, double BaseMean, double Standardised)
{
    /// <summary>Mean of the set ÷ mean of the base; null where the base's is 0 or less.</summary>
    public double? Ratio => BaseMean > 0 ? Mean / BaseMean : null;
}
