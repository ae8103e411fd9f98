namespace Insiders.Core.Statistics.Purchases;

/// <summary>Settings of <see cref="SpendFitting"/>.</summary>
public sealed record SpendOptions
{
    /// <summary>Customers with orders that the model needs at least.</summary>
    public int MinimumCustomers { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 2, nameof(MinimumCustomers)); field = value; } } = 30;

    /// <summary>Iterations of the search at most.</summary>
    public int MaximumIterations { get; init { ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, nameof(MaximumIterations)); field = value; } } = 500;
}
