namespace Insiders.Core.Analysis;

/// <summary>A country within a set of customers.</summary>
/// <param name="Country">As the ledger spells it.</param>
/// <param name="Customers">Its customers in the set.</param>
/// <param name="RevenueAmount">Their revenue.</param>
/// <param name="CustomerShare">Its customers ÷ customers of the set, 0 to 1.</param>
/// <param name="BaseCustomerShare">Its customers in the base ÷ customers of the base, 0 to 1.</param>
public sealed record CountryShare(string Country, int Customers, double RevenueAmount, double CustomerShare, double BaseCustomerShare)
{
    /// <summary>Share in the set ÷ share in the base: above 1 where the set has more of it than everybody.</summary>
    public double Lift => CustomerShare / BaseCustomerShare;
}
