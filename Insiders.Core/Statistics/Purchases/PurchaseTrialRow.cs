namespace Insiders.Core.Statistics.Purchases;

/// <summary>What was foretold and made by customers with equally many repeats before.</summary>
/// <param name="Repeats">The number; the last row has those with as many or more.</param>
/// <param name="Customers">How many.</param>
/// <param name="MeanPredicted">Purchases per customer, as foretold.</param>
/// <param name="MeanMade">Purchases per customer, as made.</param>
public readonly record struct PurchaseTrialRow(int Repeats, int Customers, double MeanPredicted, double MeanMade);
