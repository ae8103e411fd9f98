using System.Collections.Immutable;

namespace Insiders.Core.Segments;

/// <summary>The regions that segments are named by: they cover the plane without overlap.</summary>
/// <remarks>
/// Bounds are ratios to the average customer, set between the study's eight segments at about the geometric mean of
/// neighbours, so that a middle segment may move by a seventh without losing its name. <c>docs/methods/segments.md</c> shows the
/// same list as a table.
/// </remarks>
public static class SegmentRegions
{
    private const double Unbounded = double.PositiveInfinity;

    /// <summary>Every region, by revenue, then by recency.</summary>
    public static ImmutableArray<SegmentRegion> All { get; } =
    [
        new(new("elite-spenders", "Elite Spenders", "Clientes de Elite"), 8, Unbounded, 0, 0.6,
            "Spend many times the average and bought just now."),
        new(new("loyal-high-spenders", "Loyal High Spenders", "Grandes Compradores Fiéis"), 4, 8, 0, 0.6,
            "Spend several times the average and keep coming back."),
        new(new("slipping-high-spenders", "Slipping High Spenders", "Grandes Compradores em Risco"), 4, Unbounded, 0.6, 1,
            "Spent several times the average and have not been seen for a while."),
        new(new("lapsed-high-spenders", "Lapsed High Spenders", "Grandes Compradores Inativos"), 4, Unbounded, 1, Unbounded,
            "Spent several times the average and have been silent for longer than the average customer."),
        new(new("engaged-shoppers", "Engaged Shoppers", "Compradores Engajados"), 2.4, 4, 0, 0.6,
            "Spend about three times the average and bought lately."),
        new(new("occasional-buyers", "Occasional Buyers", "Compradores Ocasionais"), 1.5, 2.4, 0, 0.6,
            "Spend about twice the average and bought lately."),
        new(new("slipping-good-customers", "Slipping Good Customers", "Bons Clientes em Risco"), 1.5, 4, 0.6, 1,
            "Spent well above the average and have not been seen for a while."),
        new(new("lapsed-good-customers", "Lapsed Good Customers", "Bons Clientes Inativos"), 1.5, 4, 1, Unbounded,
            "Spent well above the average and have been silent for longer than the average customer."),
        new(new("average-customers", "Average Customers", "Clientes Médios"), 0.6, 1.5, 0, 0.6,
            "Spend what the average customer spends and bought lately."),
        new(new("dormant-customers", "Dormant Customers", "Clientes Adormecidos"), 0.6, 1.5, 0.6, Unbounded,
            "Spent what the average customer spends and have gone quiet."),
        new(new("light-buyers", "Light Buyers", "Compradores Leves"), 0, 0.6, 0, 0.5,
            "Spend little and bought lately."),
        new(new("fading-customers", "Fading Customers", "Clientes em Declínio"), 0, 0.6, 0.5, 1,
            "Spend little and come less and less."),
        new(new("lost-customers", "Lost Customers", "Clientes Perdidos"), 0, 0.6, 1, Unbounded,
            "Spent little and have been silent for longer than the average customer."),
    ];

    /// <summary>The region of a segment.</summary>
    /// <param name="revenueRatio">Mean revenue ÷ the base's mean revenue, 0 or more.</param>
    /// <param name="recencyRatio">Mean recency ÷ the base's mean recency, 0 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">A ratio is negative or not finite.</exception>
    public static SegmentRegion Of(double revenueRatio, double recencyRatio)
    {
        ThrowIfNoRatio(revenueRatio, nameof(revenueRatio));
        ThrowIfNoRatio(recencyRatio, nameof(recencyRatio));
        return All.First(region => region.Contains(revenueRatio, recencyRatio));
    }

    private static void ThrowIfNoRatio(double ratio, string name)
    {
        if (ratio is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, ratio, "A ratio to the base is a finite number, zero or more.");
        }
    }
}
