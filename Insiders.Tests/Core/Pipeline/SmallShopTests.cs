using System.Globalization;
using Insiders.Core.Features;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Cli;

namespace Insiders.Tests.Core.Pipeline;

/// <summary>The shop preset on shops that are small or odd: what can be said is said, and what cannot.</summary>
public sealed class SmallShopTests
{
    private static readonly DateTime s_first = new(2026, 1, 5);

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(19)]
    public async Task Few_customers_are_grouped_by_what_they_spent_and_when_and_a_sentence_says_so(int customers)
    {
        var (result, claims) = await RunAsync(Enumerable.Range(0, customers).SelectMany(c => Visits(c, 1 + (c % 3), 10 + (17 * c % 40))));

        Assert.Equal(customers, result.Segments.Sum(segment => segment.Profile.Customers));
        Assert.InRange(result.Segments.Length, 1, 4);
        Assert.DoesNotContain(result.Segments, segment => segment.Profile.Customers == 1);
        Assert.Equal(Candidate.ByAverages, Assert.Single(result.Candidates).Method);
        Assert.Equal(customers, result.Stages.Length);
        Assert.Contains($"{customers} customers are too few to learn groups from, which takes 20.", SegmentReport.Sweep(result), StringComparison.Ordinal);
        Assert.Empty(claims);
        result.Coordinates.ThrowIfNotFinite("coordinates");
    }

    [Fact]
    public async Task One_customer_is_no_shop()
        => await Assert.ThrowsAsync<NotSegmentableException>(() => RunAsync(Visits(1, 2, 10)));

    [Fact]
    public async Task An_outlier_among_few_stands_alone_and_is_called_so()
    {
        var (result, _) = await RunAsync([.. Enumerable.Range(0, 8).SelectMany(c => Visits(c, 2, 10 + c)), .. Visits(8, 2, 4_000)]);

        var lone = Assert.Single(result.Segments, segment => segment.Profile.Customers == 1);
        Assert.EndsWith("(an outlier)", lone.Name.English, StringComparison.Ordinal);
        Assert.EndsWith("(cliente atípico)", lone.Name.Portuguese, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60)]
    public async Task Customers_who_are_all_alike_are_one_group(int customers)
    {
        var (result, _) = await RunAsync(Enumerable.Range(0, customers).SelectMany(c => Visits(c, 2, 10)));

        Assert.Equal(customers, Assert.Single(result.Segments).Profile.Customers);
        Assert.Equal((1, Candidate.AllAlike), (result.BestClusterCount, Assert.Single(result.Candidates).Method));
        Assert.Contains("All customers are alike", SegmentReport.Sweep(result), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Customers_with_one_invoice_each_are_grouped_by_basket_and_time()
    {
        // Half of them bought for 10 a long time ago, half for 400 lately.
        var (result, claims) = await RunAsync(Enumerable.Range(0, 120).SelectMany(c => Visits(c, 1, c % 2 == 0 ? 10 + (c % 7) : 400 + (c % 11), c % 2 == 0 ? c % 20 : 150 + (c % 20))));

        Assert.InRange(result.Segments.Length, 2, 11);
        Assert.DoesNotContain(result.Segments, segment => segment.Profile.Customers == 1);
        Assert.Contains(new OmittedFeature("qtty_invoices", OmissionReason.Alike), result.OmittedFeatures);
        Assert.DoesNotContain("recency_days", result.OmittedFeatures.Select(feature => feature.Name));
        Assert.StartsWith("No customer has a second invoice: groups are by basket and time", SegmentReport.Features(result), StringComparison.Ordinal);
        Assert.All(result.Segments, segment => Assert.Single(Members(result, segment).Select(row => row % 2).Distinct()));
        Assert.Empty(claims);
    }

    [Fact]
    public async Task More_clusters_are_tried_by_itself_where_the_most_that_were_tried_are_chosen()
    {
        // Six kinds of customers, each forty times, and a range that ends at three.
        var rows = Enumerable.Range(0, 240).SelectMany(c => Visits(c, 1 << (c % 3), c % 6 < 3 ? 10 + (c / 60.0) : 900 + c, 0));
        var narrow = Recipe.Shop with { Sweep = Recipe.Shop.Sweep with { Minimum = 2, Maximum = 3 } };

        var (result, _) = await RunAsync(rows, narrow);
        var (kept, _) = await RunAsync(rows, narrow with { Sweep = narrow.Sweep with { Adapts = false } });

        Assert.True(result.BestClusterCount > 3, $"{result.BestClusterCount} clusters");
        Assert.Null(SweepEdge.Find(result.Candidates, result.BestClusterCount, 240));
        Assert.Equal(3, kept.BestClusterCount);
    }

    private static IEnumerable<int> Members(SegmentationResult result, Segment segment)
        => Enumerable.Range(0, result.SegmentOf.Length).Where(row => result.SegmentOf[row] == segment.Position).Select(row => int.Parse(result.Features.CustomerIds[row], CultureInfo.InvariantCulture));

    // One line an invoice; a month lies between two of them.
    private static IEnumerable<SaleRow> Visits(int customer, int invoices, double price, int? day = null)
        => Enumerable.Range(0, invoices).Select(visit => new SaleRow
        {
            Invoice = string.Create(CultureInfo.InvariantCulture, $"{customer:000}{visit:00}"),
            Customer = customer.ToString("000", CultureInfo.InvariantCulture),
            StockCode = "MUG",
            Quantity = 1,
            UnitPrice = (decimal)price,
            SoldAt = s_first.AddDays((day ?? 0) + (30 * visit)),
        });

    private static async Task<(SegmentationResult Result, SegmentClaims.Said[] Untrue)> RunAsync(IEnumerable<SaleRow> rows, Recipe? recipe = null)
    {
        using var session = TestLedger.Of(rows);
        var result = await SegmentationPipeline.RunAsync(session, recipe ?? Recipe.Shop, 2, null, CancellationToken.None);
        return (result, SegmentClaims.Untrue(SegmentClaims.Of(result, session), isStudy: false));
    }
}
