namespace Insiders.Core.Statistics.Purchases;

/// <summary>What a customer will spend over a horizon, in the money of the orders.</summary>
/// <param name="Expected">On average.</param>
/// <param name="Low">No less than this, at the coverage asked for.</param>
/// <param name="High">No more.</param>
public readonly record struct MoneyOutlook(double Expected, double Low, double High);
