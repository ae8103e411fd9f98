using System.Globalization;
using System.Text;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Exports;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Localization;

namespace Insiders.Tests.HandWorked;

/// <summary>What is sold by weight keeps its decimals from the file to the pages, and what came back in parts is a return.</summary>
public sealed class GoodsByWeightByHandTests : IDisposable
{
    private const string Text = "Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country\n"
        + "1,CH,cheese,0.375,2021-03-04,8.00,c0,France\n1,HA,ham,0.25,2021-03-04,12.00,c0,France\n2,CH,cheese,1.2,2021-03-20,8.00,c0,France\n"
        + "3,CH,cheese,-0.3,2021-03-21,8.00,c0,France\n4,CH,cheese,2,2021-04-02,8.00,c1,France\n";

    private readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Months_products_buyers_and_lines_keep_decimals()
    {
        using var sales = await OpenAsync();

        // March of c0: 0.375 + 0.25 + 1.2 bought, 0.3 returned. As whole numbers it was 0 + 0 + 1, and no return.
        var month = (await sales.CustomerMonthsAsync(CancellationToken.None)).Single(month => month is { Row: 0 });
        Assert.Equal((1.825, 0.3, 2.4), (month.Items, month.ReturnedItems, Math.Round(month.ReturnedAmount, 10)));
        Assert.Equal([("CH", 3.575), ("HA", 0.25)], (await sales.AllProductsAsync(CancellationToken.None)).Select(product => (product.StockCode, product.Items)));
        Assert.Equal([(1, 2.0), (0, 1.575)], (await sales.BuyersAsync("CH", CancellationToken.None)).Select(buyer => (buyer.Row, buyer.Items)));
        Assert.Equal([0.25, 0.375, 1.2, -0.3], (await sales.SalesOfAsync(0, CancellationToken.None)).Select(line => line.Quantity).OrderBy(quantity => (quantity < 0, quantity)));
    }

    [Fact]
    public async Task An_invoice_of_a_third_that_came_back_is_a_return()
    {
        using var sales = await OpenAsync();

        var history = CustomerHistory.Of(await sales.SalesOfAsync(0, CancellationToken.None));

        Assert.Equal([("1", 0.625, false), ("2", 1.2, false), ("3", 0.0, true)], history.Invoices.Select(invoice => (invoice.Invoice, invoice.Items, invoice.IsReturn)));
        Assert.Equal(0.3, history.Invoices[2].ReturnedItems);
        Assert.Equal(("CH", 1.575), (history.Products[0].StockCode, history.Products[0].Items));
    }

    [Fact]
    public async Task Half_a_kilogram_and_one_and_a_quarter_are_so_on_the_customers_page_and_in_its_file()
    {
        DateTime day = new(2021, 3, 4);
        var history = CustomerHistory.Of([new("1", "CH", "cheese", 0.5, day, 8, 4), new("2", "CH", "cheese", 1.25, day.AddDays(3), 8, 10), new("2", "BR", "bread", 3, day.AddDays(3), 2, 6)]);

        Assert.Equal([("CH", 1.75), ("BR", 3.0)], history.Products.Select(product => (product.StockCode, product.Items)));
        Assert.Equal([0.5, 4.25], history.Invoices.Select(invoice => invoice.Items));

        // A basket of half a kilogram falls in the bin from 0 to 1, and 4.25 in the one from 4.
        Assert.Equal([1, 0, 0, 0, 1], BasketSizes.Build("c", history).Group.Heights.AsEnumerable());

        using var file = new MemoryStream();
        await CsvFile.WriteAsync(file, ExportTable.Of<CustomerProduct>(
            () => "t", history.Products, new("product", ValueKind.Text, product => product.StockCode), new("items", ValueKind.Quantity, product => product.Items)), new(';', ','), CancellationToken.None);
        Assert.Equal(["product;items", "CH;1,75", "BR;3"], Encoding.UTF8.GetString(file.ToArray()[3..]).TrimEnd().Split('\n'));
    }

    [Fact]
    public void Every_exported_column_of_quantities_keeps_decimals()
    {
        // A column of whole numbers would round what is sold by weight.
        foreach (var feature in new[] { "CustomerStory/StoryExports.cs", "Products/ProductExports.cs", "Segments/SegmentExports.cs", "Data/QualityExports.cs" })
        {
            var source = File.ReadAllText(Path.Combine(SharedData.RepositoryRoot, "Insiders.Web", "Features", feature));
            Assert.DoesNotMatch(@"ValueKind\.Whole, \w+ => \w+\.(Items|Quantity)\b", source);
        }
    }

    [Theory]
    [InlineData(4312, "en", "4,312")]
    [InlineData(0.375, "en", "0.375")]
    [InlineData(1.2000000001, "en", "1.2")]
    [InlineData(1200.5, "pt-BR", "1.200,5")]
    public void Decimals_are_shown_where_there_are_any(double quantity, string language, string expected)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            Assert.Equal(expected, Format.Quantity(quantity));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private async Task<RunSales> OpenAsync()
    {
        var ledger = new SalesLedger(_folder.Combine("ledger"));
        await ledger.ImportAsync(_folder.Write("sales.csv", Text), ImportOptions.Default, new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero), null, CancellationToken.None);
        var folder = new RunSalesFolder(_folder.Combine("sales"));
        using var session = ledger.Open(threads: 1);
        await CleanLedger.BuildAsync(session, Recipe.Shop.Cleaning, CancellationToken.None);
        folder.Keep(session, "ledger", Recipe.Shop.Cleaning, CancellationToken.None);
        CustomerTable customers = SmallBase.Of([1, 1], ("gross_revenue", [15.6, 16]));
        return await RunSales.OpenAsync(folder.Find("ledger", Recipe.Shop.Cleaning)!, customers, 2, 500, CancellationToken.None);
    }
}
