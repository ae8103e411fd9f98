namespace Insiders.Core.Analysis;

/// <summary>A product that some customers spent much on.</summary>
/// <param name="StockCode">Its code.</param>
/// <param name="Description">What it is called.</param>
/// <param name="RevenueAmount">What they bought it for, returns not taken off.</param>
/// <param name="Items">How many they bought.</param>
/// <param name="Buyers">How many of them bought it.</param>
public sealed record BestSeller(string StockCode, string Description, double RevenueAmount, long Items, int Buyers);
