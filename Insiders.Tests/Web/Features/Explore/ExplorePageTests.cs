using Bunit;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Map;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Web.Features.Explore;

public sealed class ExplorePageTests : UiTest
{
    private readonly TempFolder _folder = new();
    private TempDatabase _database = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        Services.AddSingleton(new PublishedRunCache(_database.Store, new SalesLedger(_folder.Combine("ledger")), new RunSalesFolder(_folder.Combine("sales")), _database.Settings, NullLogger<PublishedRunCache>.Instance));
        Services.AddSingleton<IAuditLog>(new AuditLog(_database.Path));
        Services.AddSingleton<IAudienceStore>(new AudienceStore(_database.Path));
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<AudienceService>();
        Services.AddSingleton<IProgrammeStore>(new ProgrammeStore(_database.Path));
        Services.AddSingleton<ProgrammeService>();
        Services.AddSingleton<AudienceFilter>();
        SignIn(Actors.Rui);
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        await _database.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public void Without_a_run_both_maps_say_what_to_do()
    {
        Render<ExplorePage>().WaitForElement("[data-testid=notice]");
        Assert.Contains("No run has been published", Render<MapPage>().WaitForElement("[data-testid=notice]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_store_that_cannot_be_read_is_told_in_words()
    {
        _database.Store.ReleaseFile();
        File.WriteAllText(_database.Path, "this is no database, and it is long enough for SQLite to find out: " + new string('x', 4096));

        Render<ExplorePage>().WaitForElement("[data-testid=failed]");
        Render<MapPage>().WaitForElement("[data-testid=failed]");
    }

    [Fact]
    public async Task The_address_decides_who_is_picked_and_following_it_back_restores_everybody()
    {
        await PublishAsync();
        var page = Render<ExplorePage>();
        Assert.Equal("60", page.WaitForElement("[data-testid=picked-count]").TextContent);
        Assert.Equal(25, page.FindAll("[data-testid=picked-row]").Count);

        Services.GetRequiredService<NavigationManager>().NavigateTo("/explore?country=EIRE&sort=customer_id&up=1&page=2");
        page.WaitForAssertion(() => Assert.Equal("40", page.Find("[data-testid=picked-count]").TextContent));
        Assert.Equal(15, page.FindAll("[data-testid=picked-row]").Count);
        Assert.NotEmpty(page.FindAll("[data-testid=differences] tbody tr"));

        Services.GetRequiredService<NavigationManager>().NavigateTo("/explore");
        page.WaitForAssertion(() => Assert.Equal("60", page.Find("[data-testid=picked-count]").TextContent));
    }

    [Fact]
    public async Task An_audience_is_saved_renamed_deleted_and_had_back()
    {
        await PublishAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/explore?country=EIRE");
        var page = Render<ExplorePage>();

        await page.WaitForElement("[data-testid=audience-name]").ChangeAsync(new() { Value = "<b>Irish</b>" });
        await page.Find("[data-testid=selection] form.save-line").SubmitAsync();
        page.WaitForAssertion(() => Assert.Contains("<b>Irish</b>", page.Find("[data-testid=audience] th").TextContent, StringComparison.Ordinal));
        Assert.EndsWith("?audience=1", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Equal("40", page.Find("[data-testid=picked-count]").TextContent));

        await page.Find("[data-testid=rename]").ClickAsync(new());
        await page.Find("[data-testid=rename-input]").ChangeAsync(new() { Value = "Ireland" });
        page.WaitForAssertion(() => Assert.Equal("Ireland", page.Find("[data-testid=audience] th").TextContent.Trim()));

        await page.Find("[data-testid=delete]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=audience]")));
        await page.Find("[data-testid=undo-delete]").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Single(page.FindAll("[data-testid=audience]")));
        Assert.Equal(
            ["audience.restored", "audience.deleted", "audience.renamed", "audience.saved"],
            (await new AuditLog(_database.Path).ListAsync(0, 9, CancellationToken.None)).Entries.Select(entry => entry.Action));
    }

    [Fact]
    public async Task An_audience_says_why_it_is_smaller_than_it_was_saved()
    {
        await PublishAsync();
        var store = Services.GetRequiredService<IAudienceStore>();
        var audience = await store.AddAsync(
            new Audience(0, "Old friends", Actors.Rui.Id, Actors.Rui.Name, 4, 99, SavedRuns.Noon),
            ["c0000001", "c0000002", "gone-1", "gone-2"],
            new AuditEntry(0, SavedRuns.Noon, "rui", "audience.saved", "Old friends"),
            SavedRuns.Noon,
            CancellationToken.None);
        Services.GetRequiredService<NavigationManager>().NavigateTo($"/explore?audience={audience.Id}");

        var page = Render<ExplorePage>();

        var change = page.WaitForElement("[data-testid=audience-change]").TextContent;
        Assert.Contains("Saved with 4 customers; 2 of them are no longer in the base of run 1", change, StringComparison.Ordinal);
        Assert.Contains("gone-1, gone-2", change, StringComparison.Ordinal);
        Assert.Equal("2", page.Find("[data-testid=picked-count]").TextContent);
        page.WaitForAssertion(() => Assert.Equal("2 of 4 saved", page.Find("[data-testid=audience] td").TextContent.Trim()));
        Assert.Empty(page.FindAll("[data-testid=save-line]")); // it is saved already
    }

    [Fact]
    public async Task An_audience_of_somebody_else_is_seen_once_an_analyst_shares_it()
    {
        await PublishAsync();
        var service = Services.GetRequiredService<AudienceService>();
        var customers = (await Services.GetRequiredService<PublishedRunCache>().FindAsync(CancellationToken.None))!.Customers;
        var audience = (await service.SaveAsync(Actors.Ben, "Mine", customers, [0, 1], 1, CancellationToken.None)).Value;

        Assert.Empty(await service.ListAsync(Actors.Rui, CancellationToken.None));
        Assert.Null(await service.FindPresenceAsync(Actors.Rui, audience.Id, customers, CancellationToken.None));

        Assert.Equal(ProblemCode.AccessDenied, (await service.ShareAsync(Actors.Rui, audience.Id, isShared: true, CancellationToken.None)).Problem!.Code);
        Assert.Empty(await service.ListAsync(Actors.Rui, CancellationToken.None));

        Assert.Null((await service.ShareAsync(Actors.Ben, audience.Id, isShared: true, CancellationToken.None)).Problem);
        Assert.Single(await service.ListAsync(Actors.Rui, CancellationToken.None));
        Assert.Equal(ProblemCode.AccessDenied, (await service.DeleteAsync(Actors.Rui, audience.Id, CancellationToken.None)).Problem!.Code);
        Assert.Single(await service.ListAsync(Actors.Rui, CancellationToken.None));
    }

    [Fact]
    public async Task A_chosen_country_is_told_beside_the_map_and_sales_that_are_gone_are_said_to_be()
    {
        await PublishAsync();
        Services.GetRequiredService<NavigationManager>().NavigateTo("/map?place=EIRE");
        var page = Render<MapPage>();

        Assert.Equal("Ireland", page.WaitForElement("[data-testid=country-name]").TextContent);
        Assert.Contains("the sales it was made of are gone", page.Find("[data-testid=country]").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Portugal", "Ireland"], page.FindAll("[data-testid=country-row] th a").Select(cell => cell.TextContent).OrderDescending());
        Assert.Equal("/customers?country=EIRE", page.Find("[data-testid=country-customers]").GetAttribute("href"));
    }

    private static System.Security.Claims.ClaimsPrincipal Person(string name, string role)
        => new(new System.Security.Claims.ClaimsIdentity([new(System.Security.Claims.ClaimTypes.Name, name), new(System.Security.Claims.ClaimTypes.Role, role)], "test"));

    private async Task PublishAsync() => await _database.Store.PublishAsync(await _database.Store.SaveAsync(SampleResults.Of(60)), "ana", SavedRuns.Noon, CancellationToken.None);
}
