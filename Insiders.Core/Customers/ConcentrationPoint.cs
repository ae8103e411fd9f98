namespace Insiders.Core.Customers;

/// <summary>What the best customers hold.</summary>
/// <param name="Percent">Which part of the customers, in per cent, 0 to 100.</param>
/// <param name="Customers">How many they are: that part, rounded up.</param>
/// <param name="RevenueShare">Their part of the revenue, 0 to 1.</param>
/// <param name="FromRevenueAmount">What the last of them brought; 0 where there is nobody.</param>
public readonly record struct ConcentrationPoint(int Percent, int Customers, double RevenueShare, double FromRevenueAmount);
