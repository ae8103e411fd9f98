namespace Insiders.Core.Customers.Sales;

/// <summary>One cleaned line of one customer.</summary>
/// <param name="Invoice">Its invoice.</param>
/// <param name="StockCode">The product's code.</param>
/// <param name="Description">The product in words; may be empty.</param>
/// <param name="Quantity">Items; negative for a return.</param>
/// <param name="SoldAt">When; midnight where the ledger has no times.</param>
/// <param name="UnitPriceAmount">Price of one item.</param>
/// <param name="Amount">Quantity × price; negative for a return.</param>
public sealed record CustomerSale(string Invoice, string StockCode, string Description, double Quantity, DateTime SoldAt, double UnitPriceAmount, double Amount);
