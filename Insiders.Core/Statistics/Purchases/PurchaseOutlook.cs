namespace Insiders.Core.Statistics.Purchases;

/// <summary>What a model says of one customer over a horizon.</summary>
/// <param name="Alive">How likely the customer is still alive today, 0 to 1.</param>
/// <param name="Expected">Purchases to be expected.</param>
/// <param name="Low">No fewer purchases than these, at the coverage asked for.</param>
/// <param name="High">No more.</param>
/// <param name="Variance">Variance of the number of purchases.</param>
public readonly record struct PurchaseOutlook(double Alive, double Expected, int Low, int High, double Variance);
