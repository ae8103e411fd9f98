using System.Text.Json.Serialization;

namespace Insiders.Core.Learning.Clustering;

/// <summary>Settings of <see cref="KMeans"/>.</summary>
public sealed record KMeansOptions
{
    /// <summary>Number of clusters, 1 or more, at most the number of rows.</summary>
    public required int Clusters { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Clusters)); field = value; } }

    /// <summary>Starts; the one with the least inertia wins. 1 to 1,000.</summary>
    public int Starts
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Starts));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 1_000, nameof(Starts));
            field = value;
        }
    } = 10;

    /// <summary>Iterations at most per start, 1 to 100,000.</summary>
    public int MaximumIterations
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 100_000, nameof(MaximumIterations));
            field = value;
        }
    } = 300;

    /// <summary>Seed of the run; set from the recipe.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    [JsonIgnore]
    public int Threads { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads)); field = value; } } = Environment.ProcessorCount;
}
