namespace Insiders.Core.Learning.Sweep;

/// <summary>Settings of <see cref="ClusterSweep"/>: which numbers of clusters are tried.</summary>
public sealed record SweepOptions
{
    /// <summary>The most clusters that can be asked for.</summary>
    internal const int Most = 200;

    /// <summary>Fewest clusters, 2 or more.</summary>
    public int Minimum { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Minimum)); field = value; } } = 12;

    /// <summary>Most clusters, up to 200. Must not be below <see cref="Minimum"/>: the recipe checks the pair.</summary>
    public int Maximum
    {
        get;
        init
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(Maximum));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(value, Most, nameof(Maximum));
            field = value;
        }
    } = 36;

    /// <summary>Above so many rows the silhouette is taken over an evenly spread sample of this size; 100 or more.</summary>
    public int SilhouetteSample { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 100, nameof(SilhouetteSample)); field = value; } } = 20_000;
}
