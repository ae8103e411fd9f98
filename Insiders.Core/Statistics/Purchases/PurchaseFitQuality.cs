using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>How a model came about.</summary>
/// <param name="LogLikelihood">Of the exact times of all purchases, so that models compare.</param>
/// <param name="Customers">Customers it was fitted on.</param>
/// <param name="LogCovariance">Shape [parameters × parameters]: covariance of the logarithms of the parameters, from the curvature at the optimum; null where the curvature says nothing.</param>
/// <param name="Iterations">Steps of the search.</param>
public sealed record PurchaseFitQuality(double LogLikelihood, int Customers, Matrix? LogCovariance, int Iterations)
{
    /// <summary>Of a model that was given, not fitted.</summary>
    public static PurchaseFitQuality Given { get; } = new(double.NaN, 0, null, 0);
}
