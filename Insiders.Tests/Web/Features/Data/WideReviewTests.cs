using System.Globalization;
using Bunit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Data;

namespace Insiders.Tests.Web.Features.Data;

/// <summary>The review of a file with ten thousand columns: a page, not a wall.</summary>
public sealed class WideReviewTests : UiTest
{
    private const int Columns = 10_000;

    [Fact]
    public void It_shows_the_columns_in_use_and_finds_the_others_by_their_names()
    {
        var review = Review();

        var page = Render<ImportReviewForm>(parameters => parameters.Add(form => form.Review, review));

        Assert.True(page.Markup.Length < 100_000, $"{page.Markup.Length} characters");
        Assert.Equal(["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country"], Headers(page));
        Assert.Empty(page.FindAll("select[data-testid^=choice-column]"));
        page.Find("[data-testid=find-columns]").Input("extra 777");
        Assert.Equal(8 + 11, Headers(page).Length); // 777 and 7770 … 7779
        Assert.Contains("extra 7770", Headers(page));
    }

    [Fact]
    public void A_column_is_chosen_by_typing_a_part_of_its_name_and_an_unknown_one_is_said()
    {
        var chosen = new List<ImportChoices>();
        var page = Render<ImportReviewForm>(parameters => parameters.Add(form => form.Review, Review()).Add(form => form.Changed, chosen.Add));

        page.Find("[data-testid=choice-column-Country]").Input("extra 99");
        Assert.Equal(20, page.FindAll("#headers-column-Country option").Count);
        page.Find("[data-testid=choice-column-Country]").Change("extra 99 or so");
        Assert.Contains("There is no column called “extra 99 or so”", page.Find("#hint-column-Country").TextContent, StringComparison.Ordinal);
        page.Find("[data-testid=choice-column-Country]").Change("extra 99");

        Assert.Equal("extra 99", Assert.Single(chosen).Columns[LedgerColumn.Country]);
    }

    private static string[] Headers(IRenderedComponent<ImportReviewForm> page) => [.. page.FindAll("[data-testid=preview] th[scope=col]").Select(cell => cell.TextContent).Skip(1)];

    private static ImportReview Review()
    {
        var extra = Enumerable.Range(8, Columns - 8).Select(at => string.Create(CultureInfo.InvariantCulture, $"extra {at}"));
        using var folder = new TempFolder();
        var path = folder.Write("wide.csv", string.Join(',', ["InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice", "CustomerID", "Country", .. extra]) + "\n"
            + string.Concat(Enumerable.Range(1, 60).Select(row => string.Create(CultureInfo.InvariantCulture, $"{row},A,lamp,2,2017-01-31,2.55,C1,France{new string(',', Columns - 8)}\n"))));
        var file = SalesFile.Detect(path, ImportOptions.Default, CancellationToken.None);
        var job = new ImportJob("1", "wide.csv", ImportJobState.Uploaded, "ana", SavedRuns.Noon);
        return new(job, ImportChoices.None)
        {
            Head = SalesFileHead.Read(path, ImportOptions.Default),
            Columns = file.Columns.Headers,
            Dialect = file.Dialect,
            Rows = [.. SalesPreview.Read(file, ImportService.PreviewRows)],
        };
    }
}
