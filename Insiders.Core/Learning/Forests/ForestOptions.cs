using System.Text.Json.Serialization;

namespace Insiders.Core.Learning.Forests;

/// <summary>Settings of <see cref="RandomForest"/>. The defaults are the study's.</summary>
public sealed record ForestOptions
{
    /// <summary>Number of trees, 1 to 10,000.</summary>
    public int Trees
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Trees));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, 10_000, nameof(Trees));
            field = value;
        }
    } = 300;

    /// <summary>Each tree sees as many rows as there are, drawn with replacement; otherwise all rows once.</summary>
    public bool Bootstrap { get; init; } = true;

    /// <summary>Rows a leaf must hold at least, 1 or more.</summary>
    public int MinimumLeaf { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MinimumLeaf)); field = value; } } = 1;

    /// <summary>Seed of the run; set from the recipe.</summary>
    [JsonIgnore]
    public ulong Seed { get; init; } = 42;

    /// <summary>Threads to use, at least 1. The result does not depend on it.</summary>
    [JsonIgnore]
    public int Threads { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(Threads)); field = value; } } = Environment.ProcessorCount;
}
