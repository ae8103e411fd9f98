using System.Collections.Immutable;
using System.Text.Json;
using Bunit;
using Insiders.Core.Features;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Core.Numerics;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Runs;

namespace Insiders.Tests.HandWorked;

/// <summary>What would have to be invented is left out of the model, with the column that is not there.</summary>
public sealed class MissingColumnsByHandTests : UiTest
{
    private static readonly DateTimeOffset s_importedAt = new(2022, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Customer_date_and_amount_lack_product_quantity_and_country()
    {
        Assert.Equal("StockCode, Quantity, Country", await MissingAsync("customer,date,amount\nc1,2021-03-04,5.00\n"));

        // The name of a product stands for its code; one file with countries is enough.
        Assert.Equal("Quantity, Country", await MissingAsync("customer,date,amount,product\nc1,2021-03-04,5.00,Tea\n"));
        Assert.Equal("StockCode, Quantity", await MissingAsync("customer,date,amount\nc1,2021-03-04,5.00\n", "customer,date,amount,country\nc1,2021-04-04,5.00,France\n"));
        Assert.Empty(await MissingAsync(ReadSale.Header + "1,A,Tea,2,2021-03-04,2.50,c1,France\n"));
    }

    [Fact]
    public void Their_features_are_left_out_by_every_recipe()
    {
        ImmutableArray<FeatureDefinition> features = [FeatureCatalog.Find("gross_revenue"), FeatureCatalog.Find("qtty_items"), FeatureCatalog.Find("qtty_unique_items"), FeatureCatalog.Find("latitude")];
        var table = new FeatureTable(
            ["a", "b", "c"], ["", "", ""], features,
            Matrix.FromRows([[5, 1, 1, 0], [9, 2, 1, 0], [7, 3, 1, 0]]));
        OmittedFeature[] expected = [new("qtty_items", OmissionReason.NoColumn, "Quantity"), new("latitude", OmissionReason.NoColumn, "Country")];

        var all = FeatureChoice.All(table, ["gross_revenue", "qtty_items", "latitude"], [LedgerColumn.Quantity, LedgerColumn.Country]);
        var byRule = FeatureChoice.ByRule(table, ["gross_revenue", "qtty_items", "latitude"], [LedgerColumn.Quantity, LedgerColumn.Country]);

        Assert.Equal(["gross_revenue"], all.Used.AsEnumerable());
        Assert.Equal(expected, all.Omitted);
        Assert.Equal(["gross_revenue"], byRule.Used.AsEnumerable());
        Assert.Equal(expected, byRule.Omitted);
        Assert.Equal(expected, JsonSerializer.Deserialize<OmittedFeature[]>(JsonSerializer.Serialize(expected)));
    }

    [Fact]
    public void The_page_of_a_run_says_which_column_each_of_them_lacks()
    {
        OmittedFeature[] omitted =
            [new("qtty_items", OmissionReason.NoColumn, "Quantity"), new("latitude", OmissionReason.NoColumn, "Country"), new("longitude", OmissionReason.NoColumn, "Country"), new("Friday", OmissionReason.Missing)];

        var said = GroupingText.NoColumns(omitted).ToList();

        Assert.Equal(2, said.Count);
        Assert.Equal("The sales have no quantities; each line counts as one item. What is computed from quantities was left out of the model: Items.", said[0]);
        Assert.Equal("The sales have no countries. What is computed from them was left out of the model: Latitude, Longitude.", said[1]);
    }

    [Fact]
    public void A_customer_without_products_has_a_sentence_in_their_place()
    {
        var page = Render<ProductTable>(parameters => parameters
            .Add(table => table.Title, "Products").Add(table => table.Lead, "").Add(table => table.Query, "").Add(table => table.TestId, "top")
            .Add(table => table.Products, [new("", "", 3, 9, 2, new DateOnly(2021, 3, 4))]));

        Assert.Contains("The sales name no products", page.Find("[data-testid=no-products]").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("table"));
    }

    private static async Task<string> MissingAsync(params string[] files)
    {
        using var folder = new TempFolder();
        var ledger = new SalesLedger(folder.Combine("ledger"));
        foreach (var text in files)
        {
            await ledger.ImportAsync(folder.Write("sales.csv", text), ImportOptions.Default, s_importedAt, null, CancellationToken.None);
        }

        using var session = ledger.Open(threads: 1);
        return string.Join(", ", session.MissingColumns);
    }
}
