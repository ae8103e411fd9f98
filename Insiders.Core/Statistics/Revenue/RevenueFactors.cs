namespace Insiders.Core.Statistics.Revenue;

/// <summary>What the revenue of a period was made of.</summary>
/// <param name="Customers">Customers who bought, 0 or more.</param>
/// <param name="Orders">Their orders, 0 or more.</param>
/// <param name="Items">Items in them; below 0 where more came back than went out.</param>
/// <param name="Revenue">The money; below 0 likewise.</param>
public readonly record struct RevenueFactors(double Customers, double Orders, double Items, double Revenue)
{
    /// <summary>Orders per customer; null without customers.</summary>
    public double? OrdersPerCustomer => Customers == 0 ? null : Orders / Customers;

    /// <summary>Items per order; null without orders.</summary>
    public double? ItemsPerOrder => Orders == 0 ? null : Items / Orders;

    /// <summary>Money per item; null without items.</summary>
    public double? PricePerItem => Items == 0 ? null : Revenue / Items;
}
