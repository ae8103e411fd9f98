namespace Insiders.Core.Customers.ReturnedGoods;

/// <summary>What one customer returned.</summary>
/// <param name="Row">The customer's row in its base.</param>
/// <param name="Items">Items returned, above 0.</param>
/// <param name="Amount">Their money, positive; null where the sales are no longer stored.</param>
/// <param name="BoughtItems">Items bought.</param>
public readonly record struct CustomerReturns(int Row, double Items, double? Amount, double BoughtItems)
{
    /// <summary>Items returned ÷ items bought; null where none were bought.</summary>
    public double? Rate => BoughtItems > 0 ? Items / BoughtItems : null;
}
