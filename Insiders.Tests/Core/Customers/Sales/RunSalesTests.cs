using System.Collections.Immutable;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Core.Customers.Sales;

public sealed class RunSalesTests : IDisposable
{
    private static readonly DateTime s_january = new(2020, 1, 31);
    private static readonly DateTime s_february = new(2020, 2, 1);
    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_month_of_a_customer_keeps_purchases_and_returns_apart()
    {
        using var sales = await OpenAsync(
            Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1"), Sale("1", "D", "CUP", 2, s_january, 1m, "c1"), Sale("2", "A", "MUG", 1, s_february, 2.50m, "c1"),
            Sale("C3", "A", "MUG", -1, s_february, 2.50m, "c1"), Sale("4", "D", "CUP", 5, s_january, 1m, "c2"));

        Assert.Equal<CustomerMonth>(
            [new(0, new(2020, 1, 1), 9.5, 5, 1, 0, 0), new(0, new(2020, 2, 1), 2.5, 1, 1, 1, 2.5), new(1, new(2020, 1, 1), 5, 5, 1, 0, 0)],
            (await sales.CustomerMonthsAsync(CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task Products_of_a_set_count_its_purchases_and_its_buyers()
    {
        using var sales = await OpenAsync(
            Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1"), Sale("2", "A", "MUG", 1, s_february, 2.50m, "c1"), Sale("3", "D", "CUP", 20, s_january, 1m, "c1"),
            Sale("C4", "D", "CUP", -5, s_february, 1m, "c1"), Sale("5", "A", "MUG", 9, s_january, 2.50m, "c2"));

        Assert.Equal([new("D", "CUP", 20, 20, 1), new("A", "MUG", 10, 4, 1)], (await sales.ProductsAsync([0], CancellationToken.None)).AsEnumerable()); // 15 and 15 if returns were taken off
        Assert.Equal([new("A", "MUG", 32.5, 13, 2), new("D", "CUP", 20, 20, 1)], (await sales.AllProductsAsync(CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task Buyers_of_a_product_come_by_what_they_spent_on_it()
    {
        using var sales = await OpenAsync(
            Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1"), Sale("2", "A", "MUG", 1, s_february, 2.50m, "c1"), Sale("C4", "A", "MUG", -2, s_february, 2.50m, "c1"),
            Sale("5", "A", "MUG", 9, s_january, 2.50m, "c2"), Sale("3", "D'", "CUP", 20, s_january, 1m, "c1"));

        Assert.Equal<ProductBuyer>([new(1, 22.5, 9, 1), new(0, 10, 4, 2)], (await sales.BuyersAsync("A", CancellationToken.None)).AsEnumerable()); // 5 and 2 if returns were taken off
        Assert.Equal<ProductBuyer>([new(0, 20, 20, 1)], (await sales.BuyersAsync("D'", CancellationToken.None)).AsEnumerable());
        Assert.Empty(await sales.BuyersAsync("' OR 1=1 --", CancellationToken.None));
    }

    [Fact]
    public async Task The_week_begins_on_monday_and_ends_on_sunday()
    {
        // 2 February 2020 was a Sunday, 3 February a Monday.
        using var sales = await OpenAsync(
            Sale("1", "A", "MUG", 3, new(2020, 2, 2, 9, 59, 0), 2m, "c1"), Sale("2", "A", "MUG", 1, new(2020, 2, 3, 10, 0, 0), 2m, "c1"), Sale("2", "D", "CUP", 1, new(2020, 2, 3, 10, 0, 0), 1m, "c1"));

        Assert.Equal([new(DayOfWeek.Monday, 10, 3, 1), new(DayOfWeek.Sunday, 9, 6, 1)], (await sales.HoursAsync([0], CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task One_customer_s_lines_come_oldest_first()
    {
        using var sales = await OpenAsync(
            Sale("2", "A", "MUG", 1, s_february, 2.50m, "c1"), Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1"), Sale("4", "D", "CUP", 5, s_january, 1m, "c2"));

        Assert.Equal<CustomerSale>(
            [new("1", "A", "MUG", 3, s_january, 2.5, 7.5), new("2", "A", "MUG", 1, s_february, 2.5, 2.5)], (await sales.SalesOfAsync(0, CancellationToken.None)).AsEnumerable());
    }

    [Fact]
    public async Task Sales_of_a_ledger_and_a_cleaning_are_kept_once()
    {
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        using var session = TestLedger.Of([Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1")]);
        await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        folder.Keep(session, "ledger-1", CleaningSettings.Default, CancellationToken.None);

        Assert.NotNull(folder.Find("ledger-1", CleaningSettings.Default));
        Assert.Null(folder.Find("ledger-2", CleaningSettings.Default));
        Assert.Single(Directory.GetFiles(_folder.Combine("sales")));
    }

    [Fact]
    public async Task What_a_killed_process_left_half_written_goes_with_the_next_file()
    {
        var sales = Directory.CreateDirectory(_folder.Combine("sales")).FullName;
        var (abandoned, recent) = (Path.Combine(sales, "a.1.draft"), Path.Combine(sales, "b.2.draft"));
        await File.WriteAllTextAsync(abandoned, "half");
        await File.WriteAllTextAsync(recent, "being written");
        File.SetLastWriteTimeUtc(abandoned, DateTime.UtcNow.AddHours(-7));

        using var _ = await OpenAsync(Sale("1", "A", "MUG", 3, s_january, 2.50m, "c1"));

        Assert.False(File.Exists(abandoned));
        Assert.True(File.Exists(recent));
    }

    [RealFileFact]
    public async Task The_real_ledger_s_months_add_up_to_its_revenue()
    {
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        var clean = await CleanLedger.BuildAsync(session, Recipe.Study.Cleaning, CancellationToken.None);
        folder.Keep(session, "real", Recipe.Study.Cleaning, CancellationToken.None);
        var ids = TestLedger.Rows(session, "SELECT DISTINCT customer_id FROM clean_sales");
        using var sales = await RunSales.OpenAsync(folder.Find("real", Recipe.Study.Cleaning)!, BaseOf(ids), 2, 500, CancellationToken.None);

        var months = await sales.CustomerMonthsAsync(CancellationToken.None);

        Assert.Equal((double)clean.Report.GrossRevenueAmount, months.Sum(month => month.RevenueAmount), 1e-4); // 8,524,604.60
        Assert.Equal(13, months.Select(month => month.Month).Distinct().Count(month => month >= new DateOnly(2016, 12, 1)));
        Assert.Equal(4_312, months.Select(month => month.Row).Distinct().Count());
    }

    [RealFileFact]
    public async Task Answers_are_the_same_before_and_after_the_lines_are_in_memory()
    {
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        await CleanLedger.BuildAsync(session, Recipe.Study.Cleaning, CancellationToken.None);
        folder.Keep(session, "real", Recipe.Study.Cleaning, CancellationToken.None);
        var ids = TestLedger.Rows(session, "SELECT DISTINCT customer_id FROM clean_sales").Take(500); // Sales of all others are left out.
        var file = folder.Find("real", Recipe.Study.Cleaning)!;
        using var sales = await RunSales.OpenAsync(file, BaseOf(ids), 2, 500, CancellationToken.None);
        ImmutableArray<int> some = [.. Enumerable.Range(100, 50)];
        var before = (await sales.SalesOfAsync(7, CancellationToken.None), await sales.ProductsAsync(some, CancellationToken.None), await sales.HoursAsync(some, CancellationToken.None));

        await sales.LoadAsync(CancellationToken.None);
        await sales.LoadAsync(CancellationToken.None);
        File.Delete(file); // Nothing asks it any more.

        Assert.NotEmpty(before.Item2);
        Assert.Equal(before.Item1.AsEnumerable(), await sales.SalesOfAsync(7, CancellationToken.None));
        Assert.Equal(before.Item3.AsEnumerable(), await sales.HoursAsync(some, CancellationToken.None));
        Assert.NotEmpty(await sales.CustomerMonthsAsync(CancellationToken.None));
    }

    private async Task<RunSales> OpenAsync(params SaleRow[] rows)
    {
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        using var session = TestLedger.Of(rows);
        await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        folder.Keep(session, "ledger", CleaningSettings.Default, CancellationToken.None);
        return await RunSales.OpenAsync(folder.Find("ledger", CleaningSettings.Default)!, BaseOf(rows.Select(row => row.Customer!)), 2, 500, CancellationToken.None);
    }

    private static SaleRow Sale(string invoice, string code, string description, int quantity, DateTime soldAt, decimal price, string customer)
        => new() { Invoice = invoice, StockCode = code, Description = description, Quantity = quantity, SoldAt = soldAt, UnitPrice = price, Customer = customer, Country = "France" };

    private static CustomerTable BaseOf(IEnumerable<string> customers)
    {
        string[] ids = [.. customers.Distinct().Order(StringComparer.Ordinal)];
        ImmutableArray<double> zeros = [.. ids.Select(_ => 0.0)];
        return new CustomerTable(new CustomerColumns([.. ids], [.. ids.Select(_ => "France")], [.. ids.Select(_ => 0)], [.. ids.Select(_ => (long?)1)], zeros, zeros, zeros, [], []), []);
    }
}
