using System.Collections.Immutable;

namespace Insiders.Core.Statistics.Purchases;

/// <summary>A base cut in two: what was known at a date, and what each customer did afterwards.</summary>
/// <param name="Earlier">The customers as they were known at the date.</param>
/// <param name="Later">Purchases of each of them over the horizon, in the order of the customers.</param>
/// <param name="Horizon">How long after the date purchases were counted, above 0.</param>
public sealed record PurchaseTrial(PurchaseGroups Earlier, ImmutableArray<int> Later, double Horizon);
