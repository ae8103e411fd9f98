namespace Insiders.Core.Ledger;

/// <summary>How far an import is.</summary>
/// <param name="RowsRead">Rows read so far.</param>
/// <param name="Fraction">Share of the file read, 0 to 1; writing to the ledger goes on beside it, comparing with earlier imports after it.</param>
public readonly record struct ImportProgress(long RowsRead, double Fraction);
