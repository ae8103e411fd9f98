using System.Globalization;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;
using Insiders.Core.Statistics.Experiments;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Exports;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Products;
using Insiders.Web.Localization;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Insiders.Tests.Contracts;

/// <summary>What every table in the export catalogue must satisfy, on a ledger that fills all of them.</summary>
public sealed class ExportContract(HostileShop shop) : IClassFixture<HostileShop>
{
    [Fact]
    public async Task Every_table_has_as_many_rows_as_it_says_and_money_to_the_cent()
    {
        foreach (var entry in ModuleCatalog.Exports)
        {
            foreach (var all in new[] { false, true })
            {
                var table = await ReadAsync(entry, all) ?? throw new InvalidOperationException($"There is no table {entry.Key}.");
                var rows = 0L;
                await foreach (var row in table.Rows)
                {
                    rows++;
                    Assert.Equal(table.Columns.Length, row.Count);
                    Assert.All(table.Columns.Zip(row).Where(cell => cell.First.Kind == ValueKind.Money && cell.Second is not null), cell => Assert.Equal(2, Assert.IsType<decimal>(cell.Second).Scale));
                }

                Assert.True(rows == table.Count, $"{entry.Key} says {table.Count} rows and has {rows}");
                Assert.True(table.Whole is null || table.Whole >= table.Count, entry.Key);
                Assert.NotEmpty(table.Name);
            }
        }
    }

    [Fact]
    public async Task A_menu_offers_all_columns_exactly_where_the_page_shows_fewer()
    {
        foreach (var entry in ModuleCatalog.Exports)
        {
            var (shown, all) = ((await ReadAsync(entry, all: false))!.Columns.Select(column => column.Heading).ToArray(), (await ReadAsync(entry, all: true))!.Columns.Select(column => column.Heading).ToArray());

            Assert.True(entry.HasMoreColumns == (shown.Length < all.Length), entry.Key);
            Assert.Empty(shown.Except(all));
        }
    }

    [Fact]
    public async Task Every_column_that_the_list_of_customers_can_show_is_a_column_of_its_file()
    {
        var customers = (await shop.Site.Services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None))!.Customers;
        foreach (var column in ListAddress.AllColumns(customers))
        {
            var table = (await ReadAsync(ModuleCatalog.Exports.First(entry => entry.Key == "customers"), all: false, ("columns", column)))!;

            // Cells of files have no symbols: their headings have the currency's code and no per cent sign.
            Assert.Equal([ListAddress.NameOf("customer_id"), customers.Has(column) ? Headings.InFile(column) : ListAddress.NameOf(column)], table.Columns.Select(one => one.Heading));
            Assert.Equal(customers.Count, await table.Rows.CountAsync());
        }
    }

    /// <summary>A shared audience of three customers, created once.</summary>
    private async Task<long> AudienceAsync()
    {
        var store = shop.Site.Services.GetRequiredService<IAudienceStore>();
        if ((await store.ListAsync(CancellationToken.None)).LastOrDefault() is { } made)
        {
            return made.Id;
        }

        var customers = (await shop.Site.Services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None))!.Customers;
        var entry = new AuditEntry(0, DateTimeOffset.UnixEpoch, "ana", "audience.saved", HostileNames.Formula);
        var audience = await store.AddAsync(new Audience(0, HostileNames.Formula, "id-ana", "ana", 3, shop.Published.Run.Id, DateTimeOffset.UnixEpoch), customers.Ids[..3], entry, DateTimeOffset.MinValue, CancellationToken.None);
        await store.SaveAsync(audience with { IsShared = true }, entry, CancellationToken.None);
        return audience.Id;
    }

    /// <summary>A hold-out of one customer, created once.</summary>
    private async Task<long> HoldoutAsync()
    {
        var store = shop.Site.Services.GetRequiredService<IHoldoutStore>();
        return await store.ListAsync(CancellationToken.None) is [var made, ..] ? made.Id : await store.CreateAsync(
            new(0, HostileNames.Formula, OutlookGroup.Base, null, HoldoutMetric.Revenue, new(2017, 1, 1), 30, 0.5, 1, DateTimeOffset.UnixEpoch, "ana"),
            [new(HostileNames.Formula, "1", Arm.Withheld)], new AuditEntry(0, DateTimeOffset.UnixEpoch, "ana", "holdout.created", HostileNames.Formula), CancellationToken.None);
    }

    private async Task<ExportTable?> ReadAsync(ExportEntry entry, bool all, params (string Key, string Value)[] more)
    {
        var id = entry.Key.StartsWith("customer-", StringComparison.Ordinal) ? HostileNames.Formula : shop.Published.Segments[1].SegmentId.ToString(CultureInfo.InvariantCulture);
        var query = new Dictionary<string, StringValues>
        {
            ["import"] = shop.ImportId,
            ["id"] = id,
            ["run"] = shop.Published.Run.Id.ToString(CultureInfo.InvariantCulture),
        };
        if (entry.Key is "audience" or "audience-changes")
        {
            query[ExploreQuery.AudienceKey] = (await AudienceAsync()).ToString(CultureInfo.InvariantCulture);
        }

        if (entry.Key == "holdout-arms")
        {
            query["id"] = (await HoldoutAsync()).ToString(CultureInfo.InvariantCulture);
        }

        if (entry.Key == "product-buyers")
        {
            query[ProductViewModel.CodeKey] = (await shop.Site.Services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None) is { Sales: { } sales } ? await sales.AllProductsAsync(CancellationToken.None) : [])[0].StockCode;
        }

        if (all)
        {
            query[ExportRequest.AllColumnsKey] = "1";
        }

        foreach (var (key, value) in more)
        {
            query[key] = value;
        }

        return await entry.ReadAsync(new ExportRequest(shop.Site.Services.CreateScope().ServiceProvider, new QueryCollection(query)), CancellationToken.None);
    }
}
