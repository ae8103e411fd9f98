namespace Insiders.Core.Ledger;

/// <summary>A value and how often it occurs.</summary>
/// <param name="Value">As invariant text.</param>
/// <param name="Rows">Rows that have it.</param>
public sealed record ValueCount(string Value, long Rows);
