using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

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

    private static readonly LocalText s_manyTimes = new("On average they spend many times what all customers do", "Gastam, em média, muitas vezes o que gasta o cliente médio");
    private static readonly LocalText s_severalTimes = new("On average they spend several times what all customers do", "Gastam, em média, várias vezes o que gasta o cliente médio");
    private static readonly LocalText s_threeTimes = new("On average they spend about three times what all customers do", "Gastam, em média, cerca de três vezes o que gasta o cliente médio");
    private static readonly LocalText s_twice = new("On average they spend about twice what all customers do", "Gastam, em média, cerca do dobro do cliente médio");
    private static readonly LocalText s_wellAbove = new("On average they spend well above what all customers do", "Gastam, em média, bem mais que o cliente médio");
    private static readonly LocalText s_average = new("On average they spend about what all customers do", "Gastam, em média, o mesmo que o cliente médio");
    private static readonly LocalText s_little = new("On average they spend well below what all customers do", "Gastam, em média, bem menos que o cliente médio");

    private static readonly SegmentName s_highSpenders = new("high-spenders", "High Spenders", "Grandes Compradores");
    private static readonly SegmentName s_goodCustomers = new("good-customers", "Good Customers", "Bons Clientes");
    private static readonly SegmentName s_averageCustomers = new("average-customers", "Average Customers", "Clientes Médios");
    private static readonly SegmentName s_lightBuyers = new("light-buyers", "Light Buyers", "Pequenos Compradores");

    /// <summary>Every region, by revenue, then by recency.</summary>
    public static ImmutableArray<SegmentRegion> All { get; } =
    [
        new(new("elite-spenders", "Elite Spenders", "Clientes de Elite"), 8, Unbounded, 0, 0.6, s_manyTimes) { IsOfStudy = true },
        new(new("loyal-high-spenders", "Loyal High Spenders", "Grandes Compradores Fiéis"), 4, 8, 0, 0.6, s_severalTimes) { Claim = MemberClaims.Active, Plain = s_highSpenders, IsOfStudy = true },
        new(new("slipping-high-spenders", "Slipping High Spenders", "Grandes Compradores em Risco"), 4, Unbounded, 0.6, 1, s_severalTimes) { Claim = MemberClaims.Slipping, Plain = s_highSpenders },
        new(new("lapsed-high-spenders", "Lapsed High Spenders", "Grandes Compradores Inativos"), 4, Unbounded, 1, Unbounded, s_severalTimes) { Claim = MemberClaims.Quiet, Plain = s_highSpenders },
        new(new("engaged-shoppers", "Engaged Shoppers", "Compradores Engajados"), 2.4, 4, 0, 0.6, s_threeTimes) { Claim = MemberClaims.Active, Plain = s_goodCustomers, IsOfStudy = true },
        new(new("occasional-buyers", "Occasional Buyers", "Compradores Ocasionais"), 1.5, 2.4, 0, 0.6, s_twice) { IsOfStudy = true },
        new(new("slipping-good-customers", "Slipping Good Customers", "Bons Clientes em Risco"), 1.5, 4, 0.6, 1, s_wellAbove) { Claim = MemberClaims.Slipping, Plain = s_goodCustomers },
        new(new("lapsed-good-customers", "Lapsed Good Customers", "Bons Clientes Inativos"), 1.5, 4, 1, Unbounded, s_wellAbove) { Claim = MemberClaims.Quiet, Plain = s_goodCustomers },
        new(s_averageCustomers, 0.6, 1.5, 0, 0.6, s_average) { IsOfStudy = true },
        new(new("dormant-customers", "Dormant Customers", "Clientes Adormecidos"), 0.6, 1.5, 0.6, Unbounded, s_average) { Claim = MemberClaims.Quiet, Plain = s_averageCustomers, IsOfStudy = true },
        new(s_lightBuyers, 0, 0.6, 0, 0.5, s_little),
        new(new("fading-customers", "Fading Customers", "Clientes em Declínio"), 0, 0.6, 0.5, 1, s_little) { Claim = MemberClaims.Slipping, Plain = s_lightBuyers, IsOfStudy = true },
        new(new("lost-customers", "Lost Customers", "Clientes Perdidos"), 0, 0.6, 1, Unbounded, s_little) { Claim = MemberClaims.Lost, Plain = s_lightBuyers, IsOfStudy = true },
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

    /// <summary>The region of a group.</summary>
    /// <param name="group">Its profile.</param>
    /// <param name="basis">All customers.</param>
    /// <remarks>Where nobody spent, everybody spent the average; where all bought on the last day, nobody is silent.</remarks>
    public static SegmentRegion Of(GroupProfile group, GroupProfile basis)
    {
        ArgumentNullException.ThrowIfNull(group);
        ArgumentNullException.ThrowIfNull(basis);
        return Of(
            basis.MeanRevenueAmount > 0 ? group.MeanRevenueAmount / basis.MeanRevenueAmount : 1,
            basis.RecencyDays > 0 ? group.RecencyDays / basis.RecencyDays : 0);
    }

    private static void ThrowIfNoRatio(double ratio, string name)
    {
        if (ratio is not (>= 0 and < double.PositiveInfinity))
        {
            throw new ArgumentOutOfRangeException(name, ratio, "A ratio to the base is a finite number, zero or more.");
        }
    }
}
