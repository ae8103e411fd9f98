using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

/// <summary>Profiles of ledgers small enough to work out on paper.</summary>
public sealed class LedgerProfileByHandTests
{
    // 2016-11-28 is a Monday.
    private static readonly SaleRow[] s_rows =
    [
        new() { Invoice = "A1", StockCode = "X", Description = "Mug", Quantity = 1, SoldAt = new(2016, 11, 28, 9, 0, 0), UnitPrice = 1m, Customer = "c1", Country = "Brazil" },
        new() { Invoice = "A1", StockCode = "X", Description = "Mug", Quantity = 1, SoldAt = new(2016, 11, 28, 9, 0, 0), UnitPrice = 1m, Customer = "c1", Country = "Brazil" },
        new() { Invoice = "A2", StockCode = "Y", Description = null, Quantity = 2, SoldAt = new(2016, 11, 29, 23, 0, 0), UnitPrice = 2m, Customer = null, Country = "Brazil" },
        new() { Invoice = "A3", StockCode = "Y", Description = "Cup", Quantity = 3, SoldAt = new(2016, 12, 4, 9, 30, 0), UnitPrice = 3m, Customer = "c2", Country = null },
        new() { Invoice = "A4", StockCode = "Z", Description = "Jug", Quantity = 10, SoldAt = new(2016, 12, 5, 0, 0, 0), UnitPrice = 100m, Customer = "c2", Country = "Peru" },
    ];

    [Fact]
    public void Missing_distinct_and_frequent_values_are_counted()
    {
        var profile = Profile();

        var description = profile.Columns[(int)LedgerColumn.Description];
        Assert.Equal((1L, 3L, "Cup", "Mug"), (description.Missing, description.Distinct, description.Minimum!, description.Maximum!));
        Assert.Equal([new("Mug", 2), new("Cup", 1), new("Jug", 1)], description.Frequent.AsEnumerable());
        Assert.Equal((1L, 2L), (profile.Columns[(int)LedgerColumn.Customer].Missing, profile.Columns[(int)LedgerColumn.Customer].Distinct));
        Assert.Equal(5, profile.Rows);
    }

    [Fact]
    public void Moments_of_quantities_1_1_2_3_10_are_those_of_a_sample()
    {
        var moments = Profile().Columns[(int)LedgerColumn.Quantity].Numbers!;

        // Deviations from 3.4: -2.4 -2.4 -1.4 -0.4 6.6; squares sum to 57.2, cubes to 257.04, fourth powers to 1967.696.
        Assert.Equal(3.4, moments.Mean, 1e-12);
        Assert.Equal(2, moments.Median, 1e-12); // 3.4 if it were the mean
        Assert.Equal(3.7815340802378072, moments.StandardDeviation!.Value, 1e-9); // 3.382307 with divisor n
        Assert.Equal(1.980548193, moments.Skewness!.Value, 1e-6); // 1.329 without the sample's adjustment
        Assert.Equal(4.028069832, moments.Kurtosis!.Value, 1e-6); // 0.007 without the sample's adjustment
    }

    [Fact]
    public void A_row_equal_in_every_column_but_its_line_is_a_duplicate() => Assert.Equal(1, Profile().DuplicateRows); // 2 if both copies counted

    [Fact]
    public void Monday_is_day_0_and_hours_are_those_of_the_clock()
    {
        var profile = Profile();

        Assert.Equal(2, profile.HourRows[9]);
        Assert.Equal(1, profile.HourRows[24 + 23]);
        Assert.Equal(1, profile.HourRows[(24 * 6) + 9]);
        Assert.Equal(5, profile.HourRows.Sum());
        Assert.True(profile.HasTimes);
    }

    [Fact]
    public void A_price_beyond_the_third_quartile_plus_three_distances_is_outlying()
    {
        var prices = Profile().PriceOutliers;

        // Prices 1 1 2 3 100: quartiles 1 and 3, so the fence is 3 + 3 * 2.
        Assert.Equal(9, prices.Fence!.Value, 1e-12); // 6 with the usual one and a half
        Assert.Equal(1, prices.Rows);
        Assert.Equal(new("A4", "Z", "Jug", 10, 100m), Assert.Single(prices.Examples));
    }

    [Fact]
    public void Months_are_the_bars_of_dates()
        => Assert.Equal([new("2016-11", 3), new("2016-12", 2)], Profile().Columns[(int)LedgerColumn.SoldAt].Histogram.AsEnumerable());

    [Fact]
    public void A_histogram_counts_every_value_once() => Assert.Equal(5, Profile().Columns[(int)LedgerColumn.Quantity].Histogram.Sum(bin => bin.Rows));

    [Fact]
    public void A_ledger_without_rows_has_a_profile_without_figures()
    {
        using var session = TestLedger.Of([]);

        var profile = LedgerProfiler.Compute(session, CancellationToken.None);

        Assert.Equal((0L, 0L), (profile.Rows, profile.DuplicateRows));
        Assert.Null(profile.Columns[(int)LedgerColumn.UnitPrice].Numbers);
        Assert.Null(profile.PriceOutliers.Fence);
    }

    [RealFileFact]
    public void The_real_ledger_has_the_counts_that_are_known_of_it()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);

        var profile = LedgerProfiler.Compute(session, CancellationToken.None);

        Assert.Equal((541_909L, 5_269L), (profile.Rows, profile.DuplicateRows));
        Assert.Equal([25_900L, 4_070], [profile.Columns[0].Distinct, profile.Columns[1].Distinct]);
        Assert.Equal((1_454L, 135_080L, 4_372L, 38L), (profile.Columns[2].Missing, profile.Columns[6].Missing, profile.Columns[6].Distinct, profile.Columns[7].Distinct));
        Assert.False(profile.HasTimes);
        Assert.Equal("80995", profile.Columns[3].Maximum);
    }

    private static LedgerProfile Profile()
    {
        using var session = TestLedger.Of(s_rows);
        return LedgerProfiler.Compute(session, CancellationToken.None);
    }
}
