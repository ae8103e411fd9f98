using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

/// <summary>Where a customer belongs, decided by hand.</summary>
public sealed class HomeCountryByHandTests
{
    [Fact]
    public async Task The_sum_is_over_distinct_line_amounts()
    {
        // France 3 × 5.00, but one distinct amount: 5. Spain 6. By all lines France would win with 15.
        var (countries, relocated) = await CountriesAsync(
            [Sale("France", 5), Sale("France", 5), Sale("France", 5), Sale("Spain", 6)]);

        Assert.Equal(["Spain", "Spain", "Spain", "Spain"], countries);
        Assert.Equal(1, relocated);
    }

    [Fact]
    public async Task Equal_sums_go_to_the_smallest_name()
    {
        var (countries, _) = await CountriesAsync([Sale("Spain", 5), Sale("France", 5)]);

        Assert.Equal(["France", "France"], countries);
    }

    [Fact]
    public async Task It_is_decided_before_unplaced_countries_go()
    {
        var (countries, _) = await CountriesAsync([Sale("Unspecified", 9), Sale("France", 5)]);

        Assert.Empty(countries);
    }

    [Fact]
    public async Task It_is_decided_after_rows_without_a_description_went()
    {
        var (countries, relocated) = await CountriesAsync([Sale("Spain", 9) with { Description = null }, Sale("France", 5)]);

        Assert.Equal(["France"], countries);
        Assert.Equal(0, relocated);
    }

    [Fact]
    public async Task It_is_decided_on_rows_that_a_later_rule_drops()
    {
        var (countries, _) = await CountriesAsync([Sale("Spain", 9) with { StockCode = "M" }, Sale("France", 5)]);

        Assert.Equal(["Spain"], countries);
    }

    [Fact]
    public async Task Spellings_of_one_country_are_one_country_under_the_most_frequent_of_them()
    {
        var (countries, relocated) = await CountriesAsync(
            [Sale("united kingdom", 1), Sale("United Kingdom", 2), Sale("United Kingdom", 3), Sale("Reino Unido", 4)]);

        Assert.Equal(["United Kingdom", "United Kingdom", "United Kingdom", "United Kingdom"], countries);
        Assert.Equal(0, relocated);
    }

    [Fact]
    public async Task A_row_without_a_country_takes_its_customers()
    {
        var (countries, relocated) = await CountriesAsync([Sale(null, 50), Sale("France", 5)]);

        Assert.Equal(["France", "France"], countries);
        Assert.Equal(0, relocated);
    }

    [Fact]
    public async Task A_customer_without_any_country_has_no_place_while_others_do()
    {
        var (countries, _) = await CountriesAsync([Sale(null, 50), Sale("France", 5) with { Customer = "2" }]);

        Assert.Equal(["France"], countries);
    }

    [Fact]
    public async Task A_ledger_that_names_no_country_loses_nobody()
    {
        var (countries, _) = await CountriesAsync([Sale(null, 50), Sale(null, 5) with { Customer = "2" }]);

        Assert.Equal(["NULL", "NULL"], countries);
    }

    [Fact]
    public async Task Switched_off_every_row_keeps_its_own_country()
    {
        var (countries, relocated) = await CountriesAsync([Sale("Spain", 6), Sale("France", 5)], new CleaningSettings { DisabledRules = ["home-country"] });

        Assert.Equal(["France", "Spain"], countries);
        Assert.Equal(0, relocated);
    }

    private static SaleRow Sale(string? country, decimal price) => new() { Country = country, UnitPrice = price };

    private static async Task<(List<string> Countries, int Relocated)> CountriesAsync(ImmutableArray<SaleRow> sales, CleaningSettings? settings = null)
    {
        using var session = TestLedger.Of(sales);
        var clean = await CleanLedger.BuildAsync(session, settings ?? CleaningSettings.Default, CancellationToken.None);
        return (TestLedger.Rows(session, $"SELECT country FROM {CleanLedger.View} ORDER BY country"), clean.Report.RelocatedCustomers);
    }
}
