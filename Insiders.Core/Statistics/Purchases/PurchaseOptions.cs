namespace Insiders.Core.Statistics.Purchases;

/// <summary>Settings of <see cref="PurchaseFitting"/>.</summary>
public sealed record PurchaseOptions
{
    /// <summary>Customers with a second purchase that a model needs at least; with fewer, four parameters are guessed, not found.</summary>
    public int MinimumRepeaters { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(MinimumRepeaters)); field = value; } } = 30;

    /// <summary>Iterations of the search at most.</summary>
    public int MaximumIterations { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations)); field = value; } } = 300;

    /// <summary>With more groups than this the search begins on a part of them, and ends on all.</summary>
    public int FirstGroups { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 100, nameof(FirstGroups)); field = value; } } = 5_000;
}
