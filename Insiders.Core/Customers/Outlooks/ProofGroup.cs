namespace Insiders.Core.Customers.Outlooks;

/// <summary>What customers chosen on earlier sales did afterwards.</summary>
/// <param name="Customers">How many.</param>
/// <param name="RevenueBefore">Their revenue up to the cut.</param>
/// <param name="RevenueAfter">Their revenue after it.</param>
/// <param name="BoughtAfter">How many of them bought something after it.</param>
/// <param name="OrdersAfter">Purchase days of theirs after it.</param>
public sealed record ProofGroup(int Customers, double RevenueBefore, double RevenueAfter, int BoughtAfter, int OrdersAfter);
