using Bunit;
using Insiders.Core.Application.Imports;
using Insiders.Core.Import;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Features.Data;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features.Data;

/// <summary>People save how a file is read under a name, share it as a file, and the next file with its headings is read by it.</summary>
public sealed class TemplateCardTests : UiTest
{
    private readonly RunHouse _house = new();
    private TemplateService _templates = null!;

    public override async Task InitializeAsync()
    {
        await _house.Store.MigrateAsync(CancellationToken.None);
        Services.AddSingleton(_templates = new TemplateService(_house.Settings, Actors.Access, TimeProvider.System));
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _house.DisposeAsync();
    }

    [Fact]
    public async Task A_mapping_is_saved_shared_and_taken_by_others()
    {
        var page = Card(Review(ImportChoices.None with { DatePattern = "dd/MM/yyyy" }));
        page.Find("[data-testid=template-name]").Input(" Till of the café ");
        await page.Find("[data-testid=template-save]").ClickAsync(new());

        var saved = Assert.Single(await _templates.ListAsync(CancellationToken.None));
        Assert.Equal(("Till of the café", "ana", "dd/MM/yyyy", "Wer"), (saved.Name, saved.SavedBy, saved.Choices.DatePattern, saved.Choices.Columns[LedgerColumn.Customer]));
        Assert.True(saved.Fits(["Extra", "Betrag netto", "Wann", "Wer"]));
        Assert.False(saved.Fits(["Wann", "Wer"]));

        // Somebody else takes the file; the command line takes it as a mapping.
        await _templates.DeleteAsync(Actors.Ana, saved.Name, CancellationToken.None);
        Assert.Empty(await _templates.ListAsync(CancellationToken.None));
        Assert.Null((await _templates.TakeAsync(Actors.Ana, saved.ToJson(), CancellationToken.None)).Problem);
        var taken = Assert.Single(await _templates.ListAsync(CancellationToken.None));
        Assert.Equal(saved.ToJson(), taken.ToJson());
        Assert.Equal("Wer", ImportChoices.Parse(saved.ToJson())!.Columns[LedgerColumn.Customer]);
    }

    [Fact]
    public async Task Templates_that_are_saved_at_once_are_all_kept()
    {
        string[] names = [.. Enumerable.Range(10, 20).Select(place => $"Till {place}")];

        await Task.WhenAll(names.Select(name => _templates.SaveAsync(Actors.Ana, name, Review(ImportChoices.None), CancellationToken.None)));

        Assert.Equal(names, (await _templates.ListAsync(CancellationToken.None)).Select(template => template.Name));
    }

    [Fact]
    public async Task What_is_no_template_and_what_has_no_name_is_refused()
    {
        Assert.Equal(ProblemCode.TemplateUnreadable, (await _templates.TakeAsync(Actors.Ana, "{\"columns\":{}}", CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.TemplateUnreadable, (await _templates.TakeAsync(Actors.Ana, "no JSON", CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.TemplateUnreadable, (await _templates.TakeAsync(Actors.Ana, "{\"name\":7,\"columns\":{}}", CancellationToken.None)).Problem?.Code);
        Assert.Equal(ProblemCode.TemplateName, (await _templates.SaveAsync(Actors.Ana, new string('x', 61), Review(ImportChoices.None), CancellationToken.None)).Problem?.Code);
        Assert.Empty(await _templates.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_saved_template_is_chosen_and_can_be_shared()
    {
        await _templates.SaveAsync(Actors.Ana, "Till", Review(ImportChoices.None), CancellationToken.None);
        var chosen = new List<ImportChoices>();
        var page = Card(Review(ImportChoices.None) with { Templates = await _templates.ListAsync(CancellationToken.None) }, chosen);

        page.Find("[data-testid=choice-template]").Change("Till");

        Assert.Equal("Wann", Assert.Single(chosen).Columns[LedgerColumn.SoldAt]);
        var link = page.Find("[data-testid=template-share]");
        Assert.Equal("Till.json", link.GetAttribute("download"));
        Assert.Contains("\"name\": \"Till\"", Uri.UnescapeDataString(link.GetAttribute("href")!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_file_with_its_headings_is_read_by_it()
    {
        using var registry = new ImportRegistry(_house.Ledger, _house.Imports, TimeProvider.System);
        var imports = new ImportService(
            _house.Uploads, _house.Jobs, _house.Imports, new ImportChoiceStore(_house.Folder.Database), _house.Ledger,
            new ImportQueue(_house.Jobs, new ImportStatusBroadcaster(), TimeProvider.System), registry, _templates, Actors.Access, _house.Audit, TimeProvider.System);
        await _templates.SaveAsync(Actors.Ana, "Till", Review(ImportChoices.None), CancellationToken.None);
        using var content = new MemoryStream("Wer;Wann;Betrag netto;Filiale\nc1;31.01.2021;3,50;Mitte\n"u8.ToArray());

        var review = await imports.ReviewAsync(await _house.Uploads.ReceiveAsync(Actors.Ana, content, "kasse.csv", CancellationToken.None), CancellationToken.None);

        Assert.Null(review.Problem);
        Assert.Equal(("Till", "Betrag netto"), (review.TemplateName, review.Columns[LedgerColumn.Amount]));
    }

    private IRenderedComponent<TemplateCard> Card(ImportReview review, List<ImportChoices>? chosen = null) => Render<TemplateCard>(parameters => parameters
        .Add(card => card.Review, review).Add(card => card.Actor, Actors.Ana).Add(card => card.Used, choices => chosen?.Add(choices)));

    // None of these headings is a synonym.
    private static ImportReview Review(ImportChoices choices) => new(new ImportJob("1", "kasse.csv", ImportJobState.Uploaded, "ana", SavedRuns.Noon), choices)
    {
        Columns = ImportOptions.Default.Columns.Add(LedgerColumn.Customer, "Wer").Add(LedgerColumn.SoldAt, "Wann").Add(LedgerColumn.Amount, "Betrag netto"),
    };
}
