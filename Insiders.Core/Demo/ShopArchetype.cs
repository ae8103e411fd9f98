using System.Collections.Immutable;

namespace Insiders.Core.Demo;

/// <summary>The parameters of one kind of customer.</summary>
/// <param name="Name">Name for the reader of the table; not used by the program.</param>
/// <param name="Share">Share of all customers, 0 to 1.</param>
/// <param name="YearlyOrders">Orders per year while active, after the first.</param>
/// <param name="Lines">Typical lines of an invoice.</param>
/// <param name="Scale">Typical size of a quantity; 1 is a pack.</param>
/// <param name="ScaleSpread">Standard deviation of the logarithm of <paramref name="Scale"/> over customers: the heavy tail.</param>
/// <param name="FirstFrom">Earliest first order, as a fraction of the ledger's time span.</param>
/// <param name="FirstTo">Latest first order.</param>
/// <param name="ActiveFrom">Earliest time it stops buying, as a fraction of the ledger's time span; 1 is never.</param>
/// <param name="ActiveTo">Latest time it stops buying.</param>
/// <param name="OnlySeason">True when it only buys before Christmas.</param>
/// <param name="ReturnShare">Share of its orders with a return, 0 to 1.</param>
internal sealed record ShopArchetype(
    string Name, double Share, double YearlyOrders, double Lines, double Scale, double ScaleSpread,
    double FirstFrom, double FirstTo, double ActiveFrom, double ActiveTo, bool OnlySeason, double ReturnShare)
{
    /// <summary>Every kind; shares add up to 1.</summary>
    internal static ImmutableArray<ShopArchetype> All { get; } =
    [
        new("whale", 0.012, 28, 18, 4.5, 0.6, 0.00, 0.10, 1.00, 1.00, false, 0.20),
        new("loyal", 0.088, 9, 10, 2.0, 0.5, 0.00, 0.30, 1.00, 1.00, false, 0.08),
        new("regular", 0.300, 5, 7, 1.0, 0.5, 0.00, 0.70, 1.00, 1.00, false, 0.05),
        new("seasonal", 0.100, 7, 9, 1.1, 0.5, 0.00, 1.00, 1.00, 1.00, true, 0.03),
        new("one-off", 0.250, 0, 8, 0.7, 0.6, 0.00, 1.00, 1.00, 1.00, false, 0.04),
        new("dormant", 0.120, 5, 8, 0.8, 0.5, 0.00, 0.15, 0.20, 0.40, false, 0.04),
        new("lapsing", 0.130, 5, 9, 1.0, 0.6, 0.00, 0.30, 0.45, 0.75, false, 0.06),
    ];
}
