namespace Insiders.Core.Customers;

/// <summary>A condition on one feature, both ends included.</summary>
/// <param name="Feature">Name of the feature.</param>
/// <param name="From">Least value, or null.</param>
/// <param name="To">Greatest value, or null.</param>
public sealed record FeatureRange(string Feature, double? From, double? To);
