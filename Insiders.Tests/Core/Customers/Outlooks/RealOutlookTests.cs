using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Pipeline;
using Insiders.Core.Statistics.Purchases;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Outlooks;

/// <summary>What is expected on the study's file, and what is counted for it, asked again by statements of their own.</summary>
public sealed class RealOutlookTests
{
    [RealFileFact]
    public async Task The_choice_made_on_nine_months_is_that_of_a_second_query()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
        var proof = MemberOutlook.Of(Build(shop), shop.Customers, shop.Customers.MembersOf(shop.Customers.Segments[0]), shop.Coverage.First, CancellationToken.None).Proof!;

        Assert.Equal(new DateOnly(2017, 9, 7), proof.Cut);
        var byRevenue = shop.Ask("""
            WITH spent AS (
                SELECT customer_id,
                    coalesce(sum(amount) FILTER (WHERE quantity >= 0 AND day <= DATE '2017-09-07'), 0) AS before,
                    coalesce(sum(amount) FILTER (WHERE quantity >= 0 AND day > DATE '2017-09-07'), 0) AS after,
                    count(DISTINCT day) FILTER (WHERE quantity >= 0 AND day > DATE '2017-09-07') AS orders,
                    count(*) FILTER (WHERE quantity >= 0 AND day <= DATE '2017-09-07') AS lines
                FROM run GROUP BY 1),
            known AS (SELECT * FROM spent WHERE lines > 0),
            best AS (SELECT * FROM known ORDER BY before DESC, customer_id LIMIT 336)
            SELECT count(*), CAST(sum(before) AS DOUBLE), CAST(sum(after) AS DOUBLE), count(*) FILTER (WHERE orders > 0), CAST(sum(orders) AS INTEGER) FROM best
            UNION ALL SELECT count(*), CAST(sum(before) AS DOUBLE), CAST(sum(after) AS DOUBLE), count(*) FILTER (WHERE orders > 0), CAST(sum(orders) AS INTEGER) FROM known
            """).Select(Group).OrderBy(group => group.Customers).ToArray();

        Assert.Equal<ProofGroup[]>(byRevenue, [Rounded(proof.ByRevenue), Rounded(proof.Everybody)]);

        // The numbers that the guide states.
        Assert.Equal((336, 1_485_400.73, 311, 1_467), (proof.ByExpected.Customers, proof.ByExpected.RevenueAfter, proof.ByExpected.BoughtAfter, proof.ByExpected.OrdersAfter));
        Assert.Equal((336, 1_483_848.86, 302, 1_405), (proof.ByRevenue.Customers, proof.ByRevenue.RevenueAfter, proof.ByRevenue.BoughtAfter, proof.ByRevenue.OrdersAfter));
        Assert.Equal((3_354, 2_676_295.13, 1_919, 4_469, 290), (proof.Everybody.Customers, proof.Everybody.RevenueAfter, proof.Everybody.BoughtAfter, proof.Everybody.OrdersAfter, proof.InBoth));
    }

    [RealFileFact]
    public async Task The_chance_to_stay_is_calibrated_by_replaying_months()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
        var replay = Build(shop).Replay;

        Assert.Equal(10, replay.Bins.Length);
        Assert.All(replay.Bins, bin => Assert.True(bin.Holds, $"{bin}"));
        Assert.All(replay.Uncorrected, bin => Assert.False(bin.Holds)); // what the model says before other months correct it
        var asked = shop.Ask("""
            WITH ends AS (SELECT unnest([DATE '2017-05-31', DATE '2017-06-30', DATE '2017-07-31', DATE '2017-08-31']) AS known),
            people AS (SELECT known, customer_id, bool_or(day > known AND day <= known + 90) AS stays FROM ends, run WHERE quantity >= 0 GROUP BY 1, 2 HAVING min(day) <= known)
            SELECT CAST(known AS VARCHAR), count(*), CAST(count(*) FILTER (WHERE stays) AS DOUBLE) / count(*) FROM people GROUP BY 1 ORDER BY 1
            """);
        Assert.Equal(asked.Count, replay.Months);
        foreach (var (month, cells) in replay.ByMonth.Zip(asked.Select(line => line.Split('|'))))
        {
            Assert.Equal((cells[0], int.Parse(cells[1], CultureInfo.InvariantCulture)), (month.End.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), month.Customers));
            Assert.Equal(double.Parse(cells[2], CultureInfo.InvariantCulture), month.Stayed, 1e-12);
        }
    }

    [RealFileFact]
    public async Task Groups_are_the_sums_of_their_customers_and_of_a_second_way_to_add_up()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
        var outlook = Build(shop);
        var customers = shop.Customers.WithOutlook(outlook.Columns);
        var known = BuyingHistories.Of(shop.Customers.Days!, shop.Coverage.Last);

        Assert.Equal(4_312, known.Rows.Length);
        foreach (var (place, days) in OutlookColumns.Horizons.Index())
        {
            var horizon = outlook.Find(OutlookGroup.Base)!.Horizons[place];
            Assert.Equal(horizon.Orders, customers.Sum(SalesMeasures.ExpectedOrders(days), customers.Everybody), 1e-2);
            Assert.Equal(horizon.Money!.Value, customers.Sum(SalesMeasures.ExpectedRevenue(days), customers.Everybody), 1e-6 * horizon.Money.Value);
            var total = PurchaseTotals.Of(outlook.Fitted!.Purchases, PurchaseGroups.Of(known.Purchases.AsSpan()), days / 7.0, 0.95);
            Assert.Equal(total.Expected, horizon.Orders, 1e-6);
            Assert.Equal((total.Low, total.High), (horizon.OrdersLow, horizon.OrdersHigh), Near);
        }

        Assert.Equal(outlook.Find(OutlookGroup.Base)!.Staying, outlook.Groups.Where(group => group.Group == OutlookGroup.Segment).Sum(group => group.Staying), 1e-6);
        Assert.True(outlook.SeesNobodyLeave);

        // Everybody as members is the base; those of a segment are the segment.
        Assert.Equal(outlook.Find(OutlookGroup.Base)!.Horizons.Select(horizon => Math.Round(horizon.Money!.Value, 2)), Members(customers.Everybody).Horizons.Select(horizon => Math.Round(horizon.Money!.Value, 2)));
        foreach (var segment in customers.Segments)
        {
            var (group, members) = (outlook.Find(OutlookGroup.Segment, segment.SegmentId)!, Members(customers.MembersOf(segment)));
            Assert.Equal(group.Staying, members.Staying, 1e-3);
            foreach (var (one, other) in group.Horizons.Zip(members.Horizons))
            {
                Assert.Equal((one.OrdersLow, one.OrdersHigh), (other.OrdersLow, other.OrdersHigh), Near);
                Assert.Equal((one.MoneyLow ?? 0, one.MoneyHigh ?? 0), (other.MoneyLow ?? 0, other.MoneyHigh ?? 0), Near);
            }
        }
        Assert.Equal(outlook.Find(OutlookGroup.Base)!.Staying, customers.Sum(SalesMeasures.StayChance, customers.Everybody), 1e-2);

        GroupOutlook Members(IReadOnlyCollection<int> rows) => MemberOutlook.Of(outlook, shop.Customers, rows, shop.Coverage.First, CancellationToken.None).Group!;
    }

    private static BaseOutlook Build(CleanShop shop) => OutlookBuilder.Build(shop.Customers, shop.Coverage.First, shop.Coverage.Last, new Progress<double>(), CancellationToken.None);

    private static bool Near((double, double) one, (double, double) other) => Math.Abs(one.Item1 - other.Item1) < 0.01 && Math.Abs(one.Item2 - other.Item2) < 0.01;

    private static ProofGroup Rounded(ProofGroup group) => group with { RevenueBefore = Math.Round(group.RevenueBefore, 2), RevenueAfter = Math.Round(group.RevenueAfter, 2) };

    private static ProofGroup Group(string line)
    {
        var cells = line.Split('|');
        return Rounded(new(Whole(cells[0]), Money(cells[1]), Money(cells[2]), Whole(cells[3]), Whole(cells[4])));

        static int Whole(string cell) => int.Parse(cell, CultureInfo.InvariantCulture);
        static double Money(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);
    }
}
