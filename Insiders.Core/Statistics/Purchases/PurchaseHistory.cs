namespace Insiders.Core.Statistics.Purchases;

/// <summary>All that a purchase model knows of one customer. Every time is in one unit of the caller's choice, such as weeks.</summary>
/// <param name="Repeats">Purchases after the first, 0 or more: days or weeks with a purchase, not lines of invoices (x in the papers).</param>
/// <param name="LastAge">From the first purchase to the last, 0 for who bought once (t_x in the papers). The papers call it recency; it is not the time since the last purchase.</param>
/// <param name="Age">From the first purchase to the end of what was observed, at least <paramref name="LastAge"/> (T in the papers).</param>
public readonly record struct PurchaseHistory(int Repeats, double LastAge, double Age);
