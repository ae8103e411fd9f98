using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>How well a model foretold what customers did after it was fitted.</summary>
/// <param name="Predicted">Purchases of all, as foretold.</param>
/// <param name="Made">Purchases of all, as made.</param>
/// <param name="MeanAbsoluteError">Per customer.</param>
/// <param name="RootMeanSquareError">Per customer.</param>
/// <param name="LogScore">Sum over customers of the logarithm of how likely the number was that came: higher is better, and no forecast but the true one has a higher one on average.</param>
/// <param name="ByRepeats">The same by number of repeats before.</param>
public sealed record PurchaseTrialResult(
    double Predicted, long Made, double MeanAbsoluteError, double RootMeanSquareError, double LogScore, ImmutableArray<PurchaseTrialRow> ByRepeats);
