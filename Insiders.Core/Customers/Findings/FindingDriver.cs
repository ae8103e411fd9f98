using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments;

namespace Insiders.Core.Customers.Findings;

/// <summary>A segment, country or product that moved revenue; one of the three is given.</summary>
/// <param name="DifferenceAmount">What its revenue gained, negative for a loss.</param>
public sealed record FindingDriver(double DifferenceAmount)
{
    /// <summary>The segment, by its members of today.</summary>
    public RunSegment? Segment { get; init; }

    /// <summary>The country, as the ledger spells it.</summary>
    public string? Country { get; init; }

    /// <summary>The product.</summary>
    public ProductSales? Product { get; init; }
}
