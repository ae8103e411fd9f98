namespace Insiders.Core.Customers;

/// <summary>A feature in which a customer and its segment differ from the base in the same direction.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Value">The customer's value.</param>
/// <param name="BaseMean">The mean over all customers.</param>
/// <param name="CustomerDeviations">The customer's distance from that mean in standard deviations; negative below.</param>
/// <param name="SegmentDeviations">The distance of the segment's mean, likewise; of the same sign.</param>
public sealed record SharedDifference(string Feature, double Value, double BaseMean, double CustomerDeviations, double SegmentDeviations)
{
    /// <summary>The smaller of the two distances: a difference counts as far as both have it.</summary>
    public double Strength => Math.Min(Math.Abs(CustomerDeviations), Math.Abs(SegmentDeviations));

    /// <summary>True when both lie above the base.</summary>
    public bool IsAbove => CustomerDeviations > 0;
}
