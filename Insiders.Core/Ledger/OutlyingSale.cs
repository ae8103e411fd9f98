namespace Insiders.Core.Ledger;

/// <summary>A sale far from the others.</summary>
/// <param name="Invoice">Its invoice.</param>
/// <param name="StockCode">Its article.</param>
/// <param name="Description">The article's name, or null.</param>
/// <param name="Quantity">Items.</param>
/// <param name="UnitPriceAmount">Price of one.</param>
public sealed record OutlyingSale(string Invoice, string StockCode, string? Description, decimal Quantity, decimal UnitPriceAmount);
