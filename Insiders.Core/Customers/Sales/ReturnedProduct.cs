namespace Insiders.Core.Customers.Sales;

/// <summary>What a set of customers sent back of a product, beside what they bought of it.</summary>
/// <param name="StockCode">Its code.</param>
/// <param name="Description">Its name in the ledger; empty where it has none.</param>
/// <param name="ReturnedAmount">Money of what came back, positive.</param>
/// <param name="ReturnedItems">Items that came back, positive.</param>
/// <param name="Customers">Customers who returned some.</param>
/// <param name="BoughtItems">Items bought.</param>
/// <param name="BoughtAmount">Money of what was bought.</param>
public sealed record ReturnedProduct(string StockCode, string Description, double ReturnedAmount, long ReturnedItems, int Customers, long BoughtItems, double BoughtAmount)
{
    /// <summary>Items returned ÷ items bought; null where none were bought.</summary>
    public double? Rate => BoughtItems == 0 ? null : ReturnedItems / (double)BoughtItems;
}
