namespace Insiders.Core.Customers.Periods;

/// <summary>A segment, country or product with its figures of a period.</summary>
/// <typeparam name="T">What it is.</typeparam>
/// <param name="Of">Which one.</param>
/// <param name="Change">Its figures.</param>
public sealed record PeriodLine<T>(T Of, PeriodChange Change);
