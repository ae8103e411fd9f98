using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Cohorts;

/// <summary>Cohorts and the tree of revenue on the real file, each against a query over the lines.</summary>
public sealed class StudyCohortsTests
{
    [RealFileFact]
    public async Task Cohorts_stages_and_the_tree_are_those_of_the_lines()
    {
        using var shop = await CleanShop.OfStudyAsync();
        var (customers, days) = (shop.Customers, shop.Customers.Days!);

        var grid = CohortGrid.Of(days, shop.Coverage);
        Assert.Equal(
            shop.Ask("""
                WITH bought AS (SELECT customer_id, date_trunc('month', day) AS month, amount FROM run WHERE quantity >= 0),
                    began AS (SELECT customer_id, min(month) AS first FROM bought GROUP BY 1)
                SELECT strftime(first, '%Y-%m'), date_diff('month', first, month) AS since, count(DISTINCT customer_id), round(sum(amount), 2)
                FROM bought JOIN began USING (customer_id) GROUP BY first, since ORDER BY first, since
                """).Select(line => line.Split('|')).Select(cells => (cells[0], cells[1], cells[2], Math.Round(double.Parse(cells[3], CultureInfo.InvariantCulture), 2))),
            grid.Cohorts.SelectMany(cohort => cohort.Active.Select((active, since) => (cohort, active, since))).Where(cell => cell.active > 0).Select(cell => (
                cell.cohort.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture), $"{cell.since}", $"{cell.active}", Math.Round(cell.cohort.Revenue[cell.since], 2))));
        Assert.Equal(4_312, grid.Cohorts.Sum(cohort => cohort.Customers));

        // The last day's stages are those of the base.
        var life = LifeCycle.Of(days, shop.Coverage, customers.Stages!.Limits, null, CancellationToken.None);
        Assert.Equal(shop.Coverage.Last, life.Months[^1].Day);
        Assert.Equal(
            Enum.GetValues<CustomerStage>().Select(stage => customers.Stages.Stages.Where((_, row) => customers.Feature("gross_revenue")[row] > 0).Count(own => own == stage)), life.Months[^1].Counts.AsEnumerable());
        Assert.Equal(
            shop.Ask("SELECT count(DISTINCT customer_id) FROM run WHERE quantity >= 0 AND day <= '2017-05-31'").Single(),
            life.Months.Single(month => month.Day == new DateOnly(2017, 5, 31)).Customers.ToString(CultureInfo.InvariantCulture));

        var comparison = PeriodComparison.Of(shop.Coverage, Period.Of(PeriodUnit.Month, new(2017, 11, 1)), ComparisonKind.Previous);
        CustomerFilter[] filters = [CustomerFilter.None, new() { SegmentIds = [1] }, new() { Countries = ["United Kingdom"] }, new() { Stages = [CustomerStage.Slipping] }, new() { SegmentIds = [8], Countries = ["Germany"] }];
        foreach (var filter in filters)
        {
            var rows = customers.Select(filter);
            var tree = PeriodTree.Of(days, comparison, rows)!;
            var change = tree.Change;
            Assert.Equal(change.Total, change.ByCustomers + change.ByOrders + change.ByItems + change.ByPrice, 1e-9 * Math.Max(1, Math.Abs(change.Total)));
            Assert.Equal(change.Total, tree.Groups.Total, 1e-6);
            Assert.Equal(change.Total, tree.Customers.Sum(one => one.Difference), 1e-6);
            Assert.Equal((tree.Groups.Gained.Customers, tree.Groups.Down.Customers), (tree.Customers.Count(one => one.Group == ChangeGroup.Gained), tree.Customers.Count(one => one.Group == ChangeGroup.Down)));
        }

        var whole = PeriodTree.Of(days, comparison, customers.Everybody)!;
        Assert.Equal(Month("2017-10"), Factors(whole.Change.Before));
        Assert.Equal(Month("2017-11"), Factors(whole.Change.After));
        Assert.Equal(
            shop.Ask("""
                WITH moved AS (SELECT customer_id, sum(amount) FILTER (strftime(day, '%Y-%m') = '2017-10') AS before, sum(amount) FILTER (strftime(day, '%Y-%m') = '2017-11') AS later
                    FROM run WHERE quantity >= 0 AND strftime(day, '%Y-%m') IN ('2017-10', '2017-11') GROUP BY 1)
                SELECT count(*) FILTER (before IS NULL), count(*) FILTER (later IS NULL), count(*) FILTER (later >= before), count(*) FILTER (later < before) FROM moved
                """).Single(),
            $"{whole.Groups.Gained.Customers}|{whole.Groups.Lost.Customers}|{whole.Groups.Up.Customers}|{whole.Groups.Down.Customers}");

        string Month(string month) => shop.Ask($"""
            SELECT count(DISTINCT customer_id), (SELECT count(*) FROM (SELECT DISTINCT customer_id, invoice, day FROM run WHERE quantity >= 0 AND strftime(day, '%Y-%m') = '{month}')), sum(quantity), round(sum(amount), 2)
            FROM run WHERE quantity >= 0 AND strftime(day, '%Y-%m') = '{month}'
            """).Single().TrimEnd('0').TrimEnd('.');

        static string Factors(Insiders.Core.Statistics.Revenue.RevenueFactors factors)
            => string.Create(CultureInfo.InvariantCulture, $"{factors.Customers}|{factors.Orders}|{factors.Items}|{Math.Round(factors.Revenue, 2)}");
    }
}
