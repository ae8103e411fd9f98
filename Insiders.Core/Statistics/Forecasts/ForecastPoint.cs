namespace Insiders.Core.Statistics.Forecasts;

/// <summary>What is to be expected of one period to come.</summary>
/// <param name="Mean">On average.</param>
/// <param name="Deviation">Standard deviation of what comes, as far as the model knows.</param>
/// <param name="Low80">In four periods of five no less than this.</param>
/// <param name="High80">And no more.</param>
/// <param name="Low95">In nineteen of twenty no less.</param>
/// <param name="High95">And no more.</param>
public readonly record struct ForecastPoint(double Mean, double Deviation, double Low80, double High80, double Low95, double High95)
{
    private const double Reach80 = 1.2815515655446004;
    private const double Reach95 = 1.959963984540054;

    internal static ForecastPoint Of(double mean, double variance)
    {
        var deviation = Math.Sqrt(variance);
        return new(mean, deviation, mean - (Reach80 * deviation), mean + (Reach80 * deviation), mean - (Reach95 * deviation), mean + (Reach95 * deviation));
    }
}
