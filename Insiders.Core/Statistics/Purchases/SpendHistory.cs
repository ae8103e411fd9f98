namespace Insiders.Core.Statistics.Purchases;

/// <summary>What one customer's orders were worth.</summary>
/// <param name="Orders">Orders counted, 0 or more: the repeat purchases of the customer's <see cref="PurchaseHistory"/>.</param>
/// <param name="MeanAmount">What one of them was worth on average, above zero; not looked at without orders.</param>
public readonly record struct SpendHistory(int Orders, double MeanAmount);
