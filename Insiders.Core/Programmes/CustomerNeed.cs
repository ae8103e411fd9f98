namespace Insiders.Core.Programmes;

/// <summary>What a customer would need to meet the conditions in words.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="Orders">Orders, 1 or more.</param>
/// <param name="MoneyAmount">What they come to together.</param>
/// <param name="Missing">Conditions that are not met now.</param>
public sealed record CustomerNeed(string CustomerId, int Orders, double MoneyAmount, int Missing);
