using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>A fitted model, or why there is none.</summary>
/// <param name="Kind">Which model was asked for.</param>
/// <param name="Model">The model; null when there is a problem.</param>
/// <param name="Problem">Why there is no model, to be said as it is; null when there is one.</param>
public sealed record PurchaseFit(PurchaseModelKind Kind, PurchaseModel? Model, Problem? Problem);
