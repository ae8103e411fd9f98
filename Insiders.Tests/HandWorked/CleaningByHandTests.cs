using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

/// <summary>Ledgers of a few lines, cleaned by hand.</summary>
public sealed class CleaningByHandTests
{
    public static TheoryData<string, int> OneRowPerRule => new()
    {
        { "no-description", 1 }, { "no-customer", 2 }, { "unplaced-country", 3 }, { "no-price", 4 }, { "control-code", 5 }, { "excluded-customer", 6 }, { "returned-most", 7 },
    };

    [Theory, MemberData(nameof(OneRowPerRule))]
    public async Task A_rule_drops_exactly_its_row(string rule, int left)
    {
        var (_, report) = await CleanAsync(OneForEachRule());

        // Eight rows of eight customers but one; a row goes at each step.
        Assert.Equal(1, report.Steps.Single(step => step.Rule == rule).RowsDropped);
        Assert.Equal(8 - left, report.Steps.Single(step => step.Rule == rule).RowsLeft);
    }

    [Fact]
    public async Task Customers_left_are_counted_after_each_rule()
    {
        var (_, report) = await CleanAsync(OneForEachRule());

        // Customers 0, 1, 3 … 7: the description rule takes 1, the customer rule takes a row that has none.
        Assert.Equal([7, 6, 6, 5, 4, 3, 2, 1], report.Steps.Select(step => step.CustomersLeft));
    }

    [Theory, MemberData(nameof(OneRowPerRule))]
    public async Task A_rule_switched_off_leaves_its_row(string rule, int place)
    {
        var (rows, report) = await CleanAsync(OneForEachRule(), new CleaningSettings { DisabledRules = [rule] });

        Assert.Equal(["500000", $"50000{place}"], rows.Select(row => row.Split('|')[0]).Order());
        Assert.Equal(new CleaningStep(rule, false, 0, 9 - place, report.Steps[place - 1].CustomersLeft), report.Steps[place]);
    }

    [Fact]
    public async Task A_row_that_breaks_two_rules_is_counted_at_the_first()
    {
        var (_, report) = await CleanAsync([new() { Description = null, Customer = null, UnitPrice = 0 }]);

        Assert.Equal([0, 1, 0, 0, 0, 0, 0, 0], report.Steps.Select(step => (int)step.RowsDropped));
    }

    [Theory]
    [InlineData(-9, 1)]
    [InlineData(-10, 0)] // 10 of 10 is more than 90 %; 9 of 10 is 90 % and stays, which 0.9 in binary would blur
    public async Task A_customer_who_returned_more_than_the_limit_goes_and_one_at_the_limit_stays(int returned, int customers)
    {
        var (_, report) = await CleanAsync([new() { Quantity = 10 }, new() { Invoice = "C500002", Quantity = returned }]);

        Assert.Equal(customers, report.Customers);
    }

    [Fact]
    public async Task A_customer_who_only_returned_goes_and_one_with_a_row_of_zero_items_stays()
    {
        var (_, report) = await CleanAsync([new() { Customer = "1", Quantity = -1 }, new() { Customer = "2", Quantity = 0 }]);

        Assert.Equal(1, report.Customers);
        Assert.Equal(1, report.PurchaseRows);
    }

    [Fact]
    public async Task The_return_share_looks_only_at_rows_left_by_the_other_rules()
    {
        // The 100 postage lines are no goods: 1 mug bought, 1 returned.
        var (_, report) = await CleanAsync([new() { StockCode = "M", Quantity = 100 }, new() { Quantity = 1 }, new() { Quantity = -1 }]);

        Assert.Equal(0, report.Customers);
    }

    [Fact]
    public async Task A_control_code_is_known_in_any_case()
    {
        var (_, report) = await CleanAsync([new(), new() { StockCode = "m" }], new CleaningSettings { DisabledRules = ["upper-case-stock-code"] });

        Assert.Equal(1, report.Steps.Single(step => step.Rule == "control-code").RowsDropped);
    }

    [Fact]
    public async Task Invoice_and_stock_code_become_upper_case()
    {
        var (rows, report) = await CleanAsync([new() { Invoice = "c5", StockCode = "82001s", Quantity = 2 }, new() { Invoice = "C5", StockCode = "82001S" }]);

        Assert.All(rows, row => Assert.StartsWith("C5|82001S|", row, StringComparison.Ordinal));
        Assert.Equal((1, 1), (report.Invoices, report.StockCodes));
    }

    [Fact]
    public async Task A_charity_commission_counts_by_its_size()
    {
        var (rows, report) = await CleanAsync([new() { StockCode = "cruk", Quantity = -3, UnitPrice = 2 }]);

        Assert.Equal("500001|CRUK|BLUE MUG|3|6.0000|1|United Kingdom", Assert.Single(rows));
        Assert.Equal(6m, report.GrossRevenueAmount); // 0 and one customer fewer if it stayed a return
    }

    [Fact]
    public async Task A_description_loses_commas_and_runs_of_blanks()
    {
        var (rows, _) = await CleanAsync([new() { Description = "TIN,  SET OF ,3\u00a0RED" }]);

        Assert.Contains("|TIN SET OF 3 RED|", Assert.Single(rows), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stock_code_takes_its_most_frequent_description_and_ties_go_to_the_smallest()
    {
        var (rows, _) = await CleanAsync(
        [
            new() { StockCode = "A", Description = "MUG" }, new() { StockCode = "A", Description = "MUG" }, new() { StockCode = "A", Description = "BLUE MUG" },
            new() { StockCode = "T", Description = "TIN" }, new() { StockCode = "T", Description = "RED TIN" },
        ]);

        Assert.Equal(["A MUG", "A MUG", "A MUG", "T RED TIN", "T RED TIN"], rows.Select(CodeAndDescription));
    }

    [Fact]
    public async Task A_description_takes_its_most_frequent_stock_code_and_ties_go_to_the_smallest()
    {
        var (rows, report) = await CleanAsync(
        [
            new() { StockCode = "A2", Description = "MUG" }, new() { StockCode = "A2", Description = "MUG" }, new() { StockCode = "A1", Description = "MUG" },
            new() { StockCode = "B2", Description = "TIN" }, new() { StockCode = "B1", Description = "TIN" },
        ]);

        Assert.Equal(["A2 MUG", "A2 MUG", "A2 MUG", "B1 TIN", "B1 TIN"], rows.Select(CodeAndDescription));
        Assert.Equal(2, report.StockCodes);
    }

    [Fact]
    public async Task A_row_kept_without_a_description_takes_that_of_its_stock_code()
    {
        var (rows, _) = await CleanAsync(
            [new() { StockCode = "A", Description = "MUG" }, new() { StockCode = "A", Description = null }, new() { StockCode = "Z", Description = null }],
            new CleaningSettings { DisabledRules = ["no-description"] });

        Assert.Equal(["A MUG", "A MUG", "Z NULL"], rows.Select(CodeAndDescription));
    }

    [Fact]
    public async Task Unattributed_revenue_is_what_rows_without_a_customer_bought()
    {
        var (_, report) = await CleanAsync([new() { Quantity = 4 }, new() { Customer = null, Quantity = 3, UnitPrice = 2 }, new() { Customer = null, Quantity = -1, UnitPrice = 5 }]);

        Assert.Equal(6m, report.UnattributedRevenueAmount); // 1 with the return, 16 with the customer
        Assert.Equal(10m, report.GrossRevenueAmount);
    }

    [Fact]
    public async Task Times_and_weekdays_without_sales_are_reported()
    {
        // 6 March 2017 is a Monday; a return on Tuesday is no sale.
        var (_, report) = await CleanAsync([new() { SoldAt = new(2017, 3, 6, 9, 30, 0), Quantity = 9 }, new() { SoldAt = new(2017, 3, 7), Quantity = -1 }]);

        Assert.True(report.HasTimes);
        Assert.Equal((new DateOnly(2017, 3, 6), new DateOnly(2017, 3, 7)), (report.FirstDate, report.LastDate));
        Assert.Equal(
            [DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday, DayOfWeek.Sunday],
            report.WeekdaysWithoutSales.AsEnumerable());
    }

    [Fact]
    public async Task An_empty_ledger_has_a_waterfall_of_zeros()
    {
        var (rows, report) = await CleanAsync([]);

        Assert.Empty(rows);
        Assert.All(report.Steps, step => Assert.Equal((0, 0, 0), (step.RowsDropped, step.RowsLeft, step.CustomersLeft)));
        Assert.Equal((0, 0m, 0m), (report.Customers, report.GrossRevenueAmount, report.UnattributedRevenueAmount));
    }

    [Fact]
    public async Task With_every_rule_off_the_ledger_stays_as_it_is()
    {
        var (rows, report) = await CleanAsync(OneForEachRule(), new CleaningSettings { DisabledRules = [.. CleaningRules.All.Select(rule => rule.Name)] });

        Assert.Equal(8, rows.Count);
        Assert.All(report.Steps.Skip(1), step => Assert.Equal((false, 0L, 8L), (step.Enabled, step.RowsDropped, step.RowsLeft)));
    }

    private static ImmutableArray<SaleRow> OneForEachRule() =>
    [
        new() { Invoice = "500000", Customer = "0" },
        new() { Invoice = "500001", Customer = "1", Description = null },
        new() { Invoice = "500002", Customer = null },
        new() { Invoice = "500003", Customer = "3", Country = "Unspecified" },
        new() { Invoice = "500004", Customer = "4", UnitPrice = 0 },
        new() { Invoice = "500005", Customer = "5", StockCode = "M" },
        new() { Invoice = "500006", Customer = "12346" },
        new() { Invoice = "500007", Customer = "7", Quantity = -1 },
    ];

    private static string CodeAndDescription(string row) => $"{row.Split('|')[1]} {row.Split('|')[2]}";

    private static async Task<(List<string> Rows, CleaningReport Report)> CleanAsync(ImmutableArray<SaleRow> sales, CleaningSettings? settings = null)
    {
        using var session = TestLedger.Of(sales);
        var clean = await CleanLedger.BuildAsync(session, settings ?? CleaningSettings.Default, CancellationToken.None);
        var rows = TestLedger.Rows(session, $"SELECT invoice, stock_code, description, quantity, amount, customer_id, country FROM {CleanLedger.View} ORDER BY ALL");
        return (rows, clean.Report);
    }
}
