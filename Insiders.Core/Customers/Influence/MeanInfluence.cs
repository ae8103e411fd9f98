namespace Insiders.Core.Customers.Influence;

/// <summary>One customer who moves the mean of a whole set.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="Row">The customer.</param>
/// <param name="Mean">The mean with the customer.</param>
/// <param name="MeanWithout">The mean without.</param>
public sealed record MeanInfluence(string Feature, int Row, double Mean, double MeanWithout)
{
    /// <summary>By which part of the mean without the customer he moves it, 0 or more; infinite where that mean is 0.</summary>
    public double Share => MeanWithout == 0 ? Mean == 0 ? 0 : double.PositiveInfinity : Math.Abs(Mean - MeanWithout) / Math.Abs(MeanWithout);
}
