using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>How one kind of purchase model did.</summary>
/// <param name="Kind">Which.</param>
/// <param name="LogLikelihood">On all purchases; null where it could not be fitted.</param>
/// <param name="Predicted">Purchases it foretold for the hold-out period; null without one, or without a fit.</param>
/// <param name="Made">Purchases that came.</param>
/// <param name="MeanAbsoluteError">Of the purchases foretold, per customer.</param>
/// <param name="LogScore">By which models are compared: higher is better.</param>
/// <param name="Problem">Why it could not be fitted, as stored by <see cref="Problems.Problem.ToText"/>; null when it was.</param>
public sealed record OutlookModelFit(PurchaseModelKind Kind, double? LogLikelihood, double? Predicted, long? Made, double? MeanAbsoluteError, double? LogScore, string? Problem);
