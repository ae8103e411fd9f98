using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.CustomerStory;

namespace Insiders.Tests.Web.Features.CustomerStory;

public sealed class RecentHistoriesTests : IAsyncLifetime, IDisposable
{
    private const int Kept = 16;

    private readonly TempFolder _folder = new();
    private readonly RecentHistories _histories = new();
    private RunSales _sales = null!;

    /// <summary>Customers c10 to c26, who bought as many mugs as their number says.</summary>
    public async Task InitializeAsync()
    {
        ImmutableArray<string> ids = [.. Enumerable.Range(10, Kept + 1).Select(number => $"c{number}")];
        ImmutableArray<double> zeros = [.. ids.Select(_ => 0.0)];
        using var session = TestLedger.Of([.. ids.Select(id => new SaleRow
        {
            Invoice = id, StockCode = "A", Description = "MUG", Quantity = int.Parse(id[1..], CultureInfo.InvariantCulture),
            SoldAt = new(2020, 1, 31), UnitPrice = 2.50m, Customer = id, Country = "France",
        })]);
        await CleanLedger.BuildAsync(session, CleaningSettings.Default, CancellationToken.None);
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        folder.Keep(session, "ledger", CleaningSettings.Default, CancellationToken.None);
        var customers = new CustomerTable(new CustomerColumns(ids, [.. ids.Select(_ => "France")], [.. ids.Select(_ => 0)], [.. ids.Select(_ => (long?)1)], zeros, zeros, zeros, [], []), []);
        _sales = await RunSales.OpenAsync(folder.Find("ledger", CleaningSettings.Default)!, customers, 1, 500, CancellationToken.None);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose()
    {
        _sales.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_history_is_read_once_and_is_that_of_its_customer()
    {
        var first = await ReadAsync(3);

        Assert.Same(first, await ReadAsync(3));
        Assert.Equal(13, Assert.Single(Assert.Single(first.Invoices).Lines).Quantity);
        Assert.NotSame(first, await ReadAsync(4));
    }

    [Fact]
    public async Task The_seventeenth_takes_the_place_of_the_first()
    {
        List<CustomerHistory> read = [];
        for (var row = 0; row <= Kept; row++)
        {
            read.Add(await ReadAsync(row));
        }

        for (var row = 1; row <= Kept; row++)
        {
            Assert.Same(read[row], await ReadAsync(row));
        }

        Assert.NotSame(read[0], await ReadAsync(0));
    }

    [Fact]
    public async Task Two_at_once_get_one_history_that_takes_one_place()
    {
        var both = await Task.WhenAll(ReadAsync(0), ReadAsync(0));
        Assert.Same(both[0], both[1]);

        for (var row = 1; row < Kept; row++)
        {
            await ReadAsync(row);
        }

        Assert.Same(both[0], await ReadAsync(0)); // gone if both had been kept
    }

    private Task<CustomerHistory> ReadAsync(int row) => _histories.ReadAsync(_sales, row, CancellationToken.None);
}
