using System.Globalization;
using Insiders.Core.Customers.ReturnedGoods;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.ReturnedGoods;

public sealed class ReturnsSummaryTests
{
    [Fact]
    public void Rates_are_pooled_and_meant_and_medians_leave_nobody_out()
    {
        // Bought 10, 100, 10; returned 5, 0, 1.
        var customers = SmallBase.Of([1, 1, 2], ("qtty_items", [10, 100, 10]), ("qtty_returns", [5, 0, 1]), ("return_rate", [0.5, 0, 0.1]));

        var summary = ReturnsSummary.Of(customers, customers.Everybody);

        Assert.Equal((3, 2, 6.0), (summary.Whole.Customers, summary.Whole.Returning, summary.Whole.Items));
        Assert.Equal((2.0, 1.0, 3.0), (summary.Whole.MeanItems, summary.Whole.MedianItems, summary.Whole.MedianOfReturning));
        Assert.Equal(0.05, summary.Whole.PooledRate!.Value, 1e-12); // 0.2 is the mean of the customers' own rates
        Assert.Equal(0.2, summary.Whole.MeanRate!.Value, 1e-12);
        Assert.Null(summary.Whole.Amount);
        Assert.Equal([(1L, 5.0), (2L, 1.0)], summary.Segments.Select(line => (line.Segment!.SegmentId, line.Figures.Items)));
        Assert.Equal([0, 2], summary.Customers.Select(one => one.Row));
        Assert.Equal(5.0 / 6, summary.LargestShare!.Value, 1e-12);
    }

    [Fact]
    public void A_shop_without_returns_has_no_rate_of_those_who_return()
    {
        var customers = SmallBase.Of([1, 1], ("qtty_items", [10, 0]), ("qtty_returns", [0, 0]));
        var whole = ReturnsSummary.Of(customers, customers.Everybody);

        Assert.Equal((0, 0.0, 0.0, null, 0.0), (whole.Whole.Returning, whole.Whole.MedianItems, whole.Whole.PooledRate, whole.Whole.MedianOfReturning, whole.Whole.MeanRate));
        Assert.Equal((0, null), (whole.Customers.Length, whole.LargestShare));
        var nobody = ReturnFigures.Of(customers, [], null);
        Assert.Equal((null, null, null, null), (nobody.MeanItems, nobody.MedianItems, nobody.PooledRate, nobody.MeanRate));
    }

    [RealFileFact]
    public async Task The_returns_of_the_real_file_are_those_of_its_lines()
    {
        using var shop = await CleanShop.OfStudyAsync();
        var summary = ReturnsSummary.Of(shop.Customers, shop.Customers.Everybody);
        var elite = summary.Segments[0].Figures;

        Assert.Equal((36, 1_296.25), (elite.Customers, elite.MeanItems!.Value));
        Assert.Equal(23.334, summary.Whole.MeanItems!.Value, 5e-4);
        Assert.Equal(3.48, (elite.MeanRate / summary.Whole.MeanRate)!.Value, 0.005);
        Assert.Equal(1.65, (elite.PooledRate / summary.Whole.PooledRate)!.Value, 0.005);
        Assert.Equal(Rounded(shop.Ask("SELECT round(-sum(amount), 2) FROM run WHERE quantity < 0").Single()), Math.Round(summary.Whole.Amount!.Value, 2));
        Assert.Equal(shop.Ask("SELECT count(DISTINCT customer_id) FROM run WHERE quantity < 0").Single(), summary.Whole.Returning.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(
            shop.Ask("SELECT customer_id FROM run WHERE quantity < 0 GROUP BY 1 ORDER BY sum(amount), customer_id LIMIT 5"), summary.Customers.Take(5).Select(one => shop.Customers.Ids[one.Row]));
        Assert.Equal(
            shop.Ask("SELECT segment, sum(CASE WHEN quantity < 0 THEN -quantity ELSE 0 END) FROM run GROUP BY 1 ORDER BY 1"),
            summary.Segments.OrderBy(line => line.Segment!.SegmentId).Select(line => string.Create(CultureInfo.InvariantCulture, $"{line.Segment!.SegmentId}|{line.Figures.Items}")));

        var products = await shop.Sales.ReturnedProductsAsync(shop.Customers.Everybody, CancellationToken.None);
        Assert.Equal(
            shop.Ask("SELECT stock_code, -sum(quantity), count(DISTINCT customer_id) FROM run WHERE quantity < 0 GROUP BY 1 ORDER BY sum(amount), stock_code LIMIT 10"),
            products.Take(10).Select(product => $"{product.StockCode}|{product.ReturnedItems}|{product.Customers}"));
        Assert.Equal(summary.Whole.Items, products.Sum(product => (double)product.ReturnedItems));
        Assert.Equal(elite.Items, (await shop.Sales.ReturnedProductsAsync(shop.Customers.MembersOf(shop.Customers.Segments[0]), CancellationToken.None)).Sum(product => (double)product.ReturnedItems));
    }

    private static double Rounded(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
