using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Segments.Stages;

namespace Insiders.Tests.HandWorked;

public sealed class CohortsByHandTests
{
    // a buys in January (10), again in January (5) and in March (20); b in January (7); c in March (30). b's return in February is no purchase.
    private static readonly DailySales s_sales = new(3,
    [
        Sale(0, 1, 5, 10), Sale(0, 1, 20, 5), Sale(0, 3, 2, 20), Sale(1, 1, 9, 7), new(1, new(2020, 2, 3), 0, 0, 0, 4), Sale(2, 3, 30, 30),
    ]);

    private static readonly PeriodCoverage s_coverage = new(new(2020, 1, 5), new(2020, 3, 30), []);

    [Fact]
    public void A_cohort_is_who_bought_first_in_a_month_and_what_they_did_since()
    {
        var grid = CohortGrid.Of(s_sales, s_coverage);

        Assert.Equal((3, new DateOnly(2020, 1, 1)), (grid.Months, grid.First));
        Assert.Equal([new DateOnly(2020, 1, 1), new DateOnly(2020, 3, 1)], grid.Cohorts.Select(cohort => cohort.Month)); // nobody began in February
        Assert.Equal([2, 0, 1], grid.Cohorts[0].Active.AsEnumerable()); // 3 in January if purchases were counted, 1 in February if returns were
        Assert.Equal([22, 0, 20], grid.Cohorts[0].Revenue.AsEnumerable());
        Assert.Equal((0.5, 10.0, null), (grid.Cohorts[0].KeptAfter(2), grid.Cohorts[0].RevenueAfter(2), grid.Cohorts[0].KeptAfter(3)));
        Assert.Equal((1, null), (grid.Cohorts[1].Customers, grid.Cohorts[1].KeptAfter(1)));
    }

    [Fact]
    public void Only_those_asked_about_are_in_the_grid()
        => Assert.Equal([(new DateOnly(2020, 3, 1), 1)], CohortGrid.Of(s_sales, s_coverage, [false, false, true]).Cohorts.Select(cohort => (cohort.Month, cohort.Customers)));

    [Fact]
    public void A_month_s_stages_see_nothing_after_its_end()
    {
        // New for 30 days; slipping after 20 days of silence, dormant after 40, lost after 60.
        var limits = new StageLimits
        {
            NewDays = 30,
            UsualGaps = new(100, 200, 300),
            SilentDays = new(20, 40, 60),
            LostNotBeforeDays = 1,
            MedianGapDays = null,
            Gaps = 0,
            CustomersWithRhythm = 0,
        };

        var months = LifeCycle.Of(s_sales, s_coverage, limits, null, CancellationToken.None).Months;

        Assert.Equal([new(2020, 1, 31), new(2020, 2, 29), new DateOnly(2020, 3, 30)], months.Select(month => month.Day));
        Assert.Equal((2, 2), (months[0].Customers, months[0].Of(CustomerStage.New))); // c has yet to come
        Assert.Equal((2, 1, 1), (months[1].Customers, months[1].Of(CustomerStage.Slipping), months[1].Of(CustomerStage.Dormant))); // a silent for 40 days, b for 51
        Assert.Equal((3, 1, 1, 1), (months[2].Customers, months[2].Of(CustomerStage.New), months[2].Of(CustomerStage.Active), months[2].Of(CustomerStage.Lost))); // c new; a, with a rhythm, active; b silent for 81 days
    }

    private static DaySale Sale(int row, int month, int day, double amount) => new(row, new(2020, month, day), amount, 1, 1, 0);
}
