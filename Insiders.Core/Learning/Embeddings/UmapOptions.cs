using System.Text.Json.Serialization;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Embeddings;

/// <summary>Settings of <see cref="Umap"/> and <see cref="UmapGraph"/>. The defaults are the study's.</summary>
public sealed record UmapOptions
{
    /// <summary>Dimensions of the embedding, 1 to 256.</summary>
    public int Dimensions
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Dimensions));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 256, nameof(Dimensions));
            field = value;
        }
    } = 43;

    /// <summary>Neighbours per row, the row itself counted, 2 to 200.</summary>
    public int Neighbours
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Neighbours));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 200, nameof(Neighbours));
            field = value;
        }
    } = 15;

    /// <summary>How far apart two rows are.</summary>
    public RowMetric Metric { get; init; } = RowMetric.Euclidean;

    /// <summary>How close points may sit in the embedding, 0 to <see cref="Spread"/>: <see cref="EmbeddingCurve.Fit"/> checks the pair.</summary>
    public double MinimumDistance
    {
        get;
        init => field = value is >= 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(MinimumDistance), value, "The minimum distance is a finite number, zero or more.");
    } = 0.1;

    /// <summary>Scale of the embedding, above 0.</summary>
    public double Spread
    {
        get;
        init => field = value is > 0 and < double.PositiveInfinity ? value
            : throw new ArgumentOutOfRangeException(nameof(Spread), value, "The spread is a finite number above zero.");
    } = 1;

    /// <summary>Passes over the graph, 1 to 10,000; null: 500 up to 10,000 rows, 200 above.</summary>
    public int? Epochs
    {
        get;
        init
        {
            if (value is < 1 or > 10_000)
            {
                throw new ArgumentOutOfRangeException(nameof(Epochs), value, "Epochs are 1 to 10,000, or not given.");
            }

            field = value;
        }
    }

    /// <summary>Random points each row is pushed away from per attraction, 1 to 50.</summary>
    public int NegativeSamples
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(NegativeSamples));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 50, nameof(NegativeSamples));
            field = value;
        }
    } = 5;

    /// <summary>Seed of the run; set from the recipe.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    [JsonIgnore]
    public int Threads { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads)); field = value; } } = Environment.ProcessorCount;
}
