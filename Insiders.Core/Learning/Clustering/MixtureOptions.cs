using System.Text.Json.Serialization;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="GaussianMixture"/>.</summary>
public sealed record MixtureOptions
{
    /// <summary>Number of components, 1 or more. The sweep sets it for each k.</summary>
    [JsonIgnore]
    public int Components { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Components)); field = value; } } = 2;

    /// <summary>Whole covariance matrices, or their diagonals only.</summary>
    public CovarianceShape Covariance { get; init; } = CovarianceShape.Full;

    /// <summary>k-means starts, each of which starts a mixture of its own: <see cref="GaussianMixture.Fit"/> keeps the likeliest, a sweep scores them all. 1 to 1,000.</summary>
    public int Starts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Starts));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000, nameof(Starts));
            field = value;
        }
    } = 3;

    /// <summary>Added to the diagonal of every covariance so that it can be inverted; 0 or more.</summary>
    public double Regularisation
    {
        get;
        init => field = value is >= 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(Regularisation), value, "The regularisation is a finite number, zero or more.");
    } = 1e-6;

    /// <summary>Stop when the mean log-likelihood changes less than this; above 0.</summary>
    public double Tolerance
    {
        get;
        init => field = value is > 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(Tolerance), value, "The tolerance is a finite number above zero.");
    } = 1e-3;

    /// <summary>Iterations at most, 1 to 100,000.</summary>
    public int MaximumIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000, nameof(MaximumIterations));
            field = value;
        }
    } = 100;

    /// <summary>Seed of the run; set from the recipe.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    [JsonIgnore]
    public int Threads { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads)); field = value; } } = Environment.ProcessorCount;
}
