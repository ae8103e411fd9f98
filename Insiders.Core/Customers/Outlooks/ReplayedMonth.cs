namespace Insiders.Core.Customers.Outlooks;

/// <summary>One month end replayed.</summary>
/// <param name="End">The last day that was known.</param>
/// <param name="Customers">Customers known by then.</param>
/// <param name="Said">The share of them who were expected to stay.</param>
/// <param name="Stayed">The share who did.</param>
public sealed record ReplayedMonth(DateOnly End, int Customers, double Said, double Stayed);
