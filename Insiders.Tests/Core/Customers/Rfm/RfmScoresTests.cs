using System.Globalization;
using Insiders.Core.Customers.Rfm;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Rfm;

public sealed class RfmScoresTests
{
    [Fact]
    public void Ten_different_values_are_cut_into_fifths_and_recency_is_reversed()
    {
        var customers = SmallBase.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 1],
            ("recency_days", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ("qtty_invoices", [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]), ("gross_revenue", [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]));
        var cuts = RfmCuts.Quintiles(customers);

        var scores = RfmScores.Of(customers, cuts);

        Assert.Equal([2, 4, 6, 8], cuts.Recency.AsEnumerable()); // 2.8, 4.6, 6.4, 8.2 if interpolated
        Assert.Equal([5, 5, 4, 4, 3, 3, 2, 2, 1, 1], scores.Recency.AsEnumerable());
        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4, 5, 5], scores.Frequency.AsEnumerable());
        Assert.Equal([5, 5, 4, 4, 3, 3, 2, 2, 1, 1], scores.Monetary.AsEnumerable());
    }

    [Fact]
    public void Equal_values_have_equal_scores_and_scores_between_equal_bounds_stay_empty()
    {
        // Of ten, six bought once: the bounds are 1, 1, 1 and 2. Once is score 1, twice 4, more 5; nobody has 2 or 3.
        var customers = SmallBase.Of([1, 1, 1, 1, 1, 1, 1, 1, 1, 1], ("qtty_invoices", [1, 1, 1, 1, 1, 1, 2, 2, 3, 9]));
        var cuts = RfmCuts.Quintiles(customers);

        var scores = RfmScores.Of(customers, cuts);

        Assert.Equal([1, 1, 1, 2], cuts.Frequency.AsEnumerable());
        Assert.Equal([1, 1, 1, 1, 1, 1, 4, 4, 5, 5], scores.Frequency.AsEnumerable()); // 1 1 2 2 3 3 4 4 5 5 if ranks decided
        Assert.Null(scores.FilterOf(1, 5, 2, 3));
    }

    [Fact]
    public void One_value_for_everybody_is_the_worst_of_what_is_counted_and_the_best_recency()
    {
        var customers = SmallBase.Of([1, 1, 1], ("recency_days", [7, 7, 7]), ("qtty_invoices", [1, 1, 1]));

        var scores = RfmScores.Of(customers, RfmCuts.Quintiles(customers));

        Assert.Equal([5, 5, 5], scores.Recency.AsEnumerable());
        Assert.Equal([1, 1, 1], scores.Frequency.AsEnumerable());
    }

    [Fact]
    public void A_bound_belongs_to_the_score_below_it_and_a_region_s_conditions_find_exactly_its_customers()
    {
        var customers = SmallBase.Of([1, 1, 1, 1, 1, 1], ("recency_days", [0, 10, 11, 40, 41, 300]), ("qtty_invoices", [6, 6, 1, 6, 2, 1]));
        var scores = RfmScores.Of(customers, new RfmCuts { Recency = [10, 20, 40, 80], Frequency = [1, 2, 3, 5], Monetary = [1, 2, 3, 4] });

        Assert.Equal([5, 5, 4, 3, 2, 1], scores.Recency.AsEnumerable());
        Assert.Equal([5, 5, 1, 5, 2, 1], scores.Frequency.AsEnumerable());
        Assert.Equal(["champions", "champions", "promising", "loyal-customers", "hibernating", "lost"], customers.Everybody.Select(row => scores.RegionOf(row).Key));
        Assert.Equal([3], customers.Select(scores.FilterOf(3, 4, 4, 5)!).AsEnumerable()); // 11 would come too if a bound were given as "more than 10"
        Assert.All(RfmRegions.All, region => Assert.Equal(
            customers.Everybody.Where(row => scores.RegionOf(row) == region),
            scores.FilterOf(region.RecencyFrom, region.RecencyTo, region.FrequencyFrom, region.FrequencyTo) is { } filter ? customers.Select(filter).AsEnumerable() : []));
    }

    [Fact]
    public void Eleven_regions_cover_the_25_cells_without_overlap()
    {
        Assert.Equal(11, RfmRegions.All.Select(region => region.Key).Distinct().Count());
        foreach (var recency in Enumerable.Range(1, 5))
        {
            foreach (var frequency in Enumerable.Range(1, 5))
            {
                Assert.Single(RfmRegions.All, region => region.Contains(recency, frequency));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => RfmRegions.Of(0, 3));
    }

    [Theory]
    [InlineData("1 2 3")]
    [InlineData("1 2 2 1")]
    [InlineData("1 2 3 NaN")]
    [InlineData("1 2 3 Infinity")]
    public void Bounds_that_are_not_four_ascending_numbers_are_refused(string bounds)
    {
        double[] recency = [.. bounds.Split(' ').Select(bound => double.Parse(bound, CultureInfo.InvariantCulture))];

        Assert.Throws<ArgumentException>(() => new RfmCuts { Recency = [.. recency], Frequency = [1, 2, 3, 4], Monetary = [1, 2, 3, 4] });
    }
}
