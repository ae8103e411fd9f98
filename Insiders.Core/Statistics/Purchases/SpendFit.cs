using Insiders.Core.Problems;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>A fitted model of spending, or why there is none.</summary>
/// <param name="Model">The model; null when there is a problem.</param>
/// <param name="Customers">Customers with orders worth more than nothing, the ones it is fitted on.</param>
/// <param name="Correlation">Of orders and mean amount among them, −1 to 1: the model takes it to be near 0. Null when one of the two does not vary.</param>
/// <param name="LogLikelihood">Of the mean amounts; NaN without a model.</param>
/// <param name="Problem">Why there is no model; null when there is one.</param>
public sealed record SpendFit(SpendModel? Model, int Customers, double? Correlation, double LogLikelihood, Problem? Problem);
