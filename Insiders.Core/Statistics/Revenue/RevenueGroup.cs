namespace Insiders.Core.Statistics.Revenue;

/// <summary>Customers whose revenue moved in the same way.</summary>
/// <param name="Customers">How many.</param>
/// <param name="Before">Their revenue in the earlier period.</param>
/// <param name="After">Their revenue in the later period.</param>
public readonly record struct RevenueGroup(int Customers, double Before, double After)
{
    /// <summary>Revenue after less revenue before.</summary>
    public double Change => After - Before;

    internal RevenueGroup With(double before, double after) => new(Customers + 1, Before + before, After + after);
}
