namespace Insiders.Core.Statistics.Purchases;

/// <summary>Purchases to be expected of many customers together.</summary>
/// <param name="Expected">The sum of their expectations.</param>
/// <param name="Low">No fewer than these, at the coverage asked for.</param>
/// <param name="High">No more.</param>
/// <param name="ChanceDeviation">Standard deviation from what customers happen to do.</param>
/// <param name="ModelDeviation">Standard deviation from not knowing the parameters exactly; null where the fit could not tell, and then left out of the interval.</param>
public sealed record PurchaseTotal(double Expected, double Low, double High, double ChanceDeviation, double? ModelDeviation);
