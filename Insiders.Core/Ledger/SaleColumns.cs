namespace Insiders.Core.Ledger;

/// <summary>Which columns a file of sales has beside those that every one has.</summary>
/// <param name="HasFractions">Quantities are DECIMAL(18,4) and not INTEGER.</param>
/// <param name="HasAmounts">There is <c>amount</c> DECIMAL(18,4): NULL where it is quantity times price.</param>
/// <param name="HasHashes">The two halves of each sale's hash follow.</param>
internal readonly record struct SaleColumns(bool HasFractions, bool HasAmounts, bool HasHashes);
