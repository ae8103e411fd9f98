namespace Insiders.Core.Customers;

/// <summary>The last line of a column.</summary>
/// <param name="Kind">What was done to the column's numbers.</param>
/// <param name="Value">The outcome, in the column's unit; 0 when there is none.</param>
public sealed record ColumnTotal(ColumnTotalKind Kind, double Value);
