using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.HandWorked;

/// <summary>Features of a handful of lines, worked out by hand.</summary>
public sealed class FeaturesByHandTests
{
    // Customer 1 buys on Monday 6 March (two invoices), Thursday 16 March and returns a mug on the 17th; the ledger runs 1 … 26 March 2017.
    private static readonly ImmutableArray<SaleRow> s_ledger =
    [
        new() { Invoice = "1", StockCode = "A", Description = "MUG", Quantity = 6, UnitPrice = 2.5m, SoldAt = new(2017, 3, 6, 9, 0, 0) },   // 15.00
        new() { Invoice = "1", StockCode = "Z", Description = "TIN", Quantity = 1, UnitPrice = 5m, SoldAt = new(2017, 3, 6, 9, 0, 0) },    //  5.00
        new() { Invoice = "2", StockCode = "A", Description = "MUG", Quantity = 2, UnitPrice = 2.5m, SoldAt = new(2017, 3, 6, 17, 30, 0) }, //  5.00
        new() { Invoice = "3", StockCode = "A", Description = "MUG", Quantity = 1, UnitPrice = 15m, SoldAt = new(2017, 3, 16) },           // 15.00
        new() { Invoice = "C4", StockCode = "Y", Description = "BOX", Quantity = -4, UnitPrice = 2.5m, SoldAt = new(2017, 3, 17) },
        new() { Invoice = "5", Customer = "first", SoldAt = new(2017, 3, 1) },
        new() { Invoice = "6", Customer = "last", Country = "France", SoldAt = new(2017, 3, 26) },
    ];

    public static TheoryData<string, double, string> Worked => new()
    {
        { "latitude", 55.378051, "51.5 in London" },
        { "longitude", -3.435973, "3.435973 east of Greenwich" },
        { "gross_revenue", 40, "30 with the return taken off" },
        { "avg_ticket", 10, "13.33 per invoice" },
        { "Monday", 0.625, "25 of 40; 0.83 with the return taken off" },
        { "Thursday", 0.375, "15 of 40" },
        { "Sunday", 0, "NaN as 0 ÷ 0" },
        { "day_06", 0.625, "0 if days were counted from 0" },
        { "day_16", 0.375, "0 if days were counted from 0" },
        { "recency_days", 10, "9 from the return" },
        { "qtty_invoices", 3, "4 with the credit note" },
        { "qtty_items", 10, "6 with the return taken off" },
        { "qtty_unique_items", 2, "3 with what was only returned" },
        { "avg_recency", 10, "5 ÷ invoices − 1; 11 to the return" },
        { "frequency", 2.0 / 21, "3 ÷ 21 by invoices, 2 ÷ 20 without the first day" },
        { "qtty_returns", 4, "−4 with its sign, 1 by lines" },
        { "avg_basket_size", 10.0 / 3, "2.5 with the credit note" },
        { "avg_unique_basket_size", 2.0 / 3, "1.33 per invoice and product" },
        { "return_rate", 0.4, "0.25 by lines" },
    };

    [Theory, MemberData(nameof(Worked))]
    public async Task A_feature_is_as_worked_by_hand(string feature, double expected, string nearestWrongAnswer)
    {
        var table = await BuildAsync(s_ledger);

        Assert.True(Math.Abs(expected - Value(table, "1", feature)) < 1e-12, $"{Value(table, "1", feature)} is not {expected}; the nearest wrong answer: {nearestWrongAnswer}.");
    }

    [Fact]
    public async Task A_single_purchase_day_counts_its_gap_to_the_as_of_date()
    {
        var table = await BuildAsync(s_ledger);

        Assert.Equal(25, Value(table, "first", "avg_recency")); // 0 as last − first
        Assert.Equal(25, Value(table, "first", "recency_days"));
        Assert.Equal(1.0 / 26, Value(table, "first", "frequency"), 1e-12); // 1 ÷ 25 without the first day
    }

    [Fact]
    public async Task A_single_purchase_on_the_as_of_date_counts_the_span_for_its_gap_of_zero()
    {
        var table = await BuildAsync(s_ledger);

        Assert.Equal(25, Value(table, "last", "avg_recency")); // 0, the difference itself
        Assert.Equal(0, Value(table, "last", "recency_days"));
        Assert.Equal(1, Value(table, "last", "frequency"));
    }

    [Fact]
    public async Task Two_invoices_on_one_day_are_one_purchase_day()
    {
        var table = await BuildAsync([.. s_ledger, new() { Invoice = "7", Customer = "last", SoldAt = new(2017, 3, 26, 8, 0, 0) }]);

        Assert.Equal(25, Value(table, "last", "avg_recency"));
        Assert.Equal(2, Value(table, "last", "qtty_invoices"));
    }

    [Fact]
    public async Task A_day_that_nobody_has_is_left_out_and_can_be_asked_for()
    {
        var table = await BuildAsync(s_ledger);

        // Bought on: Wednesday 1, Monday 6, Thursday 16, Sunday 26.
        Assert.Equal(["Monday", "Wednesday", "Thursday", "Sunday"], table.Definitions.Select(d => d.Name).Where(name => name.EndsWith("day", StringComparison.Ordinal)));
        Assert.Equal(["Tuesday", "Friday", "Saturday", "day_02"], table.LeftOut.Take(4).Select(d => d.Name));
        Assert.Equal(FeatureCatalog.All.Length, table.Definitions.Length + table.LeftOut.Length);
        Assert.False(table.Has("day_17")); // the return's
        Assert.True(table.Has("return_rate"));
    }

    [Fact]
    public async Task A_customer_whose_purchases_were_free_has_shares_of_zero()
    {
        var table = await BuildAsync([.. s_ledger, new() { Customer = "free", UnitPrice = 0 }], new CleaningSettings { DisabledRules = ["no-price"] });

        Assert.Equal(0, Value(table, "free", "gross_revenue"));
        Assert.Equal(0, Value(table, "free", "Monday"));
        Assert.Equal(0, Value(table, "free", "day_06"));
        Assert.Equal(0, Value(table, "free", "avg_ticket"));
        Assert.Equal(1, Value(table, "free", "qtty_items"));
    }

    [Fact]
    public async Task A_customer_without_a_purchase_has_a_number_for_every_feature()
    {
        var table = await BuildAsync([.. s_ledger, new() { Customer = "back", Quantity = -3 }], new CleaningSettings { DisabledRules = ["returned-most"] });

        Assert.Equal(25, Value(table, "back", "recency_days"));
        Assert.Equal(25, Value(table, "back", "avg_recency"));
        Assert.Equal(3, Value(table, "back", "qtty_returns"));
        Assert.Equal(1, Value(table, "back", "return_rate"));
        foreach (var zero in (string[])["gross_revenue", "avg_ticket", "Monday", "qtty_invoices", "qtty_items", "qtty_unique_items", "frequency", "avg_basket_size", "avg_unique_basket_size"])
        {
            Assert.Equal(0, Value(table, "back", zero));
        }
    }

    [Fact]
    public async Task A_customer_with_a_row_of_zero_items_has_a_return_rate_of_zero()
    {
        var table = await BuildAsync([.. s_ledger, new() { Customer = "none", Quantity = 0 }]);

        Assert.Equal(0, Value(table, "none", "return_rate"));
        Assert.Equal(1, Value(table, "none", "qtty_invoices"));
    }

    [Fact]
    public async Task An_unplaced_country_that_is_kept_lies_at_zero()
    {
        var table = await BuildAsync([.. s_ledger, new() { Customer = "lost", Country = "Atlantis" }], new CleaningSettings { DisabledRules = ["unplaced-country"] });

        Assert.Equal((0, 0), (Value(table, "lost", "latitude"), Value(table, "lost", "longitude")));
        Assert.Equal("Atlantis", table.Countries[table.CustomerIds.IndexOf("lost")]);
    }

    [Fact]
    public async Task Rows_without_a_customer_are_nobodys_features()
    {
        var table = await BuildAsync([.. s_ledger, new() { Customer = null }], new CleaningSettings { DisabledRules = ["no-customer"] });

        Assert.Equal(["1", "first", "last"], table.CustomerIds.AsEnumerable());
    }

    [Fact]
    public async Task Customers_are_in_ordinal_order()
    {
        var table = await BuildAsync([new() { Customer = "b" }, new() { Customer = "10" }, new() { Customer = "é" }, new() { Customer = "9" }, new() { Customer = "B" }]);

        Assert.Equal(["10", "9", "B", "b", "é"], table.CustomerIds.AsEnumerable()); // 9, 10 by number; b before B by culture
    }

    [Fact]
    public async Task An_earlier_as_of_date_does_not_see_later_rows()
    {
        var table = await BuildAsync(s_ledger, asOf: new DateOnly(2017, 3, 10));

        Assert.Equal(["1", "first"], table.CustomerIds.AsEnumerable());
        Assert.Equal(25, Value(table, "1", "gross_revenue"));
        Assert.Equal(4, Value(table, "1", "recency_days"));
        Assert.Equal(0, Value(table, "1", "qtty_returns"));
    }

    [Fact]
    public async Task A_later_as_of_date_lets_recency_grow()
    {
        var table = await BuildAsync(s_ledger, asOf: new DateOnly(2017, 3, 31));

        Assert.Equal(15, Value(table, "1", "recency_days"));
        Assert.Equal(5, Value(table, "last", "avg_recency"));
    }

    [Fact]
    public async Task An_as_of_date_before_the_ledger_is_refused()
    {
        var error = await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => BuildAsync(s_ledger, asOf: new DateOnly(2017, 2, 28)));

        Assert.Contains("2017-03-01", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ledger_of_one_day_gives_zeros_and_no_gap()
    {
        var table = await BuildAsync([new()]);

        Assert.Equal((0, 0, 1), (Value(table, "1", "recency_days"), Value(table, "1", "avg_recency"), Value(table, "1", "frequency")));
    }

    [Fact]
    public async Task An_empty_ledger_gives_a_table_without_rows() => Assert.Equal(0, (await BuildAsync([])).Customers);

    private static double Value(FeatureTable table, string customer, string feature)
        => table.Values[table.CustomerIds.IndexOf(customer), table.ColumnOf(feature)];

    private static async Task<FeatureTable> BuildAsync(ImmutableArray<SaleRow> sales, CleaningSettings? settings = null, DateOnly? asOf = null)
    {
        using var session = TestLedger.Of(sales);
        var clean = await CleanLedger.BuildAsync(session, settings ?? CleaningSettings.Default, CancellationToken.None);
        return await FeatureTable.BuildAsync(clean, asOf ?? clean.Report.LastDate, CancellationToken.None);
    }
}
