namespace Insiders.Core.Statistics.Purchases;

/// <summary>One kind of model among those compared.</summary>
/// <param name="Fit">Fitted on all that is known.</param>
/// <param name="Trial">How well it did when fitted on what was known earlier; null when there was no trial, or no fit then.</param>
public sealed record PurchaseCandidate(PurchaseFit Fit, PurchaseTrialResult? Trial);
