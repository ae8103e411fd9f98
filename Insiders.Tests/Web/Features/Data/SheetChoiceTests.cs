using Bunit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Ledger;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Data;

namespace Insiders.Tests.Web.Features.Data;

/// <summary>What the wizard shows of a workbook and of a zip.</summary>
public sealed class SheetChoiceTests : UiTest
{
    private static readonly ImportJob s_job = new("1", "sales.xlsx", ImportJobState.Uploaded, "ana", SavedRuns.Noon);

    [Fact]
    public void The_sheet_of_a_workbook_is_chosen_and_kept_with_the_choices()
    {
        var chosen = new List<ImportChoices>();
        var page = Render<ImportReviewForm>(parameters => parameters
            .Add(form => form.Review, new ImportReview(s_job, ImportChoices.None) { Sheets = ["2020", "2021"] }).Add(form => form.Changed, chosen.Add));

        page.Find("[data-testid=choice-sheet]").Change("2021");

        Assert.Equal("2021", Assert.Single(chosen).Sheet);
        Assert.Equal("2021", ImportChoices.FromJson(chosen[0].ToJson()).ToOptions("sales.xlsx").Sheet);
        Assert.Empty(Render<ImportReviewForm>(parameters => parameters.Add(form => form.Review, new ImportReview(s_job, ImportChoices.None) { Sheets = ["2020"] })).FindAll("[data-testid=choice-sheet]"));
    }

    [Fact]
    public async Task Rejected_rows_of_a_zip_name_their_file()
    {
        using var folder = new TempFolder();
        const string Header = "Order,SKU,Qty,Date,Price,Customer\n";
        var ledger = new SalesLedger(folder.Combine("ledger"));
        var path = folder.Write("year.zip", Packed.Zip(("jan.csv", Header + "1,A,2,2021-01-04,1.50,C1\n"), ("feb.csv", Header + "2,A,many,2021-02-04,1.50,C1\n")));

        var import = await ledger.ImportAsync(path, ImportOptions.Default, SavedRuns.Noon, null, CancellationToken.None);

        // feb.csv comes first by name: its line 2.
        Assert.Equal([("feb.csv", 2L)], ledger.ReadRejects(import.Id, 10).Select(row => (row.File, row.Line)));
        Assert.Equal((2L, 1L, "year.zip"), (import.RowsRead, import.RowsLoaded, import.FileName));
    }
}
