using Insiders.Core.Features;

namespace Insiders.Core.Customers;

/// <summary>A figure of a customer that pages show beside the run's features: one feature divided by another. The model never sees it.</summary>
/// <param name="Name">The name in addresses and files, such as <c>order_value</c>. No feature has it.</param>
/// <param name="Unit">What the number means.</param>
/// <param name="Sentence">One English sentence that a marketing manager understands.</param>
/// <param name="Numerator">The feature that is divided.</param>
/// <param name="Denominator">The feature it is divided by; 0 gives 0.</param>
/// <remarks>Of several customers it is the sum of one divided by the sum of the other, never a mean of quotients.</remarks>
public sealed record CustomerMeasure(string Name, FeatureUnit Unit, string Sentence, string Numerator, string Denominator)
{
    /// <summary>The value of one customer, or of several from their sums.</summary>
    /// <param name="numerator">Of the customer, or summed up.</param>
    /// <param name="denominator">Likewise.</param>
    public static double Divide(double numerator, double denominator) => denominator == 0 ? 0 : numerator / denominator;
}
