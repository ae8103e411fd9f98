namespace Insiders.Core.Customers.Sales;

/// <summary>A product that a set of customers buys more often than everybody does.</summary>
/// <param name="Product">What the set bought of it.</param>
/// <param name="BuyerShare">Buyers in the set ÷ customers of the set, 0 to 1: the support.</param>
/// <param name="BaseBuyerShare">Buyers in the base ÷ customers of the base, 0 to 1.</param>
public sealed record ProductLift(ProductSales Product, double BuyerShare, double BaseBuyerShare)
{
    /// <summary>Share of buyers in the set ÷ share of buyers in the base.</summary>
    public double Lift => BuyerShare / BaseBuyerShare;
}
