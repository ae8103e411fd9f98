using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <summary>Finds what a set of customers buys more often than everybody.</summary>
public static class ProductLifts
{
    /// <summary>The share of a set that must buy a product before it is named.</summary>
    public const double LeastBuyerShare = 0.05;

    /// <summary>The number of customers of a set that must buy a product before it is named.</summary>
    public const int LeastBuyers = 5;

    /// <summary>Products bought by enough of a set and more often than by everybody, the highest lift first; equal ones by revenue, then by code.</summary>
    /// <param name="ofSet">What the set bought.</param>
    /// <param name="customers">Customers of the set.</param>
    /// <param name="ofBase">What everybody bought.</param>
    /// <param name="baseCustomers">Customers of the base.</param>
    /// <remarks>Buyers are counted, not items: one customer with one large order makes no product typical.</remarks>
    public static ImmutableArray<ProductLift> Rank(ImmutableArray<ProductSales> ofSet, int customers, ImmutableArray<ProductSales> ofBase, int baseCustomers)
    {
        var all = ofBase.ToDictionary(product => product.StockCode, product => product.Customers, StringComparer.Ordinal);
        return [.. ofSet.Where(product => product.Customers >= LeastBuyers && product.Customers >= LeastBuyerShare * customers)
            .Select(product => new ProductLift(product, (double)product.Customers / customers, (double)all[product.StockCode] / baseCustomers))
            .Where(lift => lift.Lift > 1)
            .OrderByDescending(lift => lift.Lift).ThenByDescending(lift => lift.Product.RevenueAmount).ThenBy(lift => lift.Product.StockCode, StringComparer.Ordinal)];
    }
}
