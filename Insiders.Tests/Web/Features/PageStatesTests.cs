using System.Security.Claims;
using Bunit;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Account;
using Insiders.Web.Account.Audit;
using Insiders.Web.Features.Data;
using Insiders.Web.Features.Settings;
using Insiders.Web.Hosting.Runs;
using Insiders.Web.Setup;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Features;

/// <summary>What pages show of a store that is empty, full or broken. Broken is a database whose tables are gone.</summary>
public sealed class PageStatesTests : UiTest
{
    private readonly RunHouse _house = new();
    private readonly SiteFactory _site = new();
    private ImportRegistry _registry = null!;
    private QualityLoader _quality = null!;

    public override async Task InitializeAsync()
    {
        await _house.Store.MigrateAsync(CancellationToken.None);
        var jobs = new ImportJobStore(_house.Folder.Database);
        var uploads = new UploadFolder(_house.Folder, RunHouse.AnyUpload, jobs, Actors.Access, TimeProvider.System);
        _registry = new ImportRegistry(_house.Ledger, _house.Imports, TimeProvider.System);
        _quality = new QualityLoader(_house.Ledger);
        Services.AddSingleton<IAuditLog>(_house.Audit);
        Services.AddSingleton<IRunStore>(_house.Store);
        Services.AddSingleton(_ => _site.Services.GetRequiredService<PeopleDirectory>());
        Services.AddSingleton(_house.SettingsService);
        Services.AddSingleton(_house.Folder);
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton<RunRetentionService>();
        Services.AddSingleton(new DataLoader(_house.Store, _house.Imports, _house.Ledger, jobs, uploads));
        Services.AddSingleton(new ImportStatusBroadcaster());
        Services.AddSingleton(new ImportService(uploads, jobs, _house.Imports, new ImportChoiceStore(_house.Folder.Database), _house.Ledger, new ImportQueue(jobs, new ImportStatusBroadcaster(), TimeProvider.System), _registry, new(_house.Settings, Actors.Access, TimeProvider.System), Actors.Access, _house.Audit, TimeProvider.System));
        Services.AddSingleton(_quality);
        Services.AddSingleton(_house.Space);
        Services.AddSingleton(_ => _site.Services.GetRequiredService<ScheduleClock>());
        Services.AddSingleton(_ => _site.Services.GetRequiredService<BackupService>());
        Services.AddSingleton(_ => _site.Services.GetRequiredService<PeopleService>());
        await base.InitializeAsync();
    }

    protected override async ValueTask DisposeAsyncCore()
    {
        await base.DisposeAsyncCore();
        _registry.Dispose();
        _quality.Dispose();
        await _house.DisposeAsync();
        await _site.DisposeAsync();
    }

    [Fact]
    public void Data_without_an_import_says_what_to_do()
    {
        var page = Render<DataPage>();

        page.WaitForAssertion(() => Assert.Contains("No sales yet", page.Find("[data-testid=notice]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=import]"));
    }

    [Fact]
    public async Task Data_lists_the_imports()
    {
        await new DemoShop(_house.Folder, _registry).LoadAsync(Actor.Program, CancellationToken.None);

        var page = Render<DataPage>();

        page.WaitForAssertion(() => Assert.Contains(ImportService.GeneratedShopName, Assert.Single(page.FindAll("[data-testid=import]")).TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public void Quality_shows_that_it_computes_and_then_that_there_is_nothing()
    {
        var page = Render<QualityPage>();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=notice]")));
        Assert.Empty(page.FindAll("[data-testid=loading]"));
    }

    [Fact]
    public void An_empty_audit_says_so() => Assert.NotNull(Render<AuditPage>().Find("[data-testid=notice]"));

    [Fact]
    public async Task The_audit_names_who_did_what()
    {
        await _house.Audit.AddAsync(new AuditEntry(0, SavedRuns.Noon, "rui@shop.example", "run.cancelled", "7"), CancellationToken.None);

        var page = Render<AuditPage>();

        Assert.Contains("rui@shop.example", page.Find("table").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("[data-testid=notice]"));
    }

    [Fact]
    public async Task The_audit_is_paged_and_a_page_beyond_its_end_is_the_last()
    {
        for (var i = 0; i < 51; i++)
        {
            await _house.Audit.AddAsync(new AuditEntry(0, SavedRuns.Noon.AddMinutes(i), "rui@shop.example", "run.cancelled", $"{i}"), CancellationToken.None);
        }

        Services.GetRequiredService<NavigationManager>().NavigateTo("/settings/audit?page=7");

        var page = Render<AuditPage>();

        Assert.Equal("Run 0", page.Find("[data-testid=entry] td:nth-child(4)").TextContent); // newest first: the oldest is left for page 2
        Assert.Equal("/settings/audit?page=1", page.Find("[data-testid=page-previous]").GetAttribute("href"));
        Assert.Empty(page.FindAll("[data-testid=page-next]"));
    }

    [Fact]
    public void A_schedule_that_is_off_has_no_next_times_and_one_for_every_day_has_five()
    {
        var page = Render<SchedulePage>();
        Assert.Empty(page.FindAll("[data-testid=next] li"));

        page.Find("[data-testid=schedule] select").Change("Daily");

        Assert.Equal(5, page.FindAll("[data-testid=next] li").Count);
    }

    [Fact]
    public void General_settings_are_shown_saved_and_refused_in_words()
    {
        var page = Render<GeneralPage>();

        page.Find("[data-testid=currency]").Change("pounds");
        page.Find("[data-testid=save]").Click();
        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=failed]")));
        page.Find("[data-testid=currency]").Change("GBP");
        page.Find("[data-testid=save]").Click();

        page.WaitForAssertion(() => Assert.NotNull(page.Find("[data-testid=notice]")));
        Assert.Empty(page.FindAll("[data-testid=failed]"));
    }

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData("done", 1, 0)]
    [InlineData("nothing", 0, 1)]
    [InlineData("busy", 0, 1)]
    [InlineData("refused", 0, 1)]
    [InlineData("full", 0, 1)]
    [InlineData("cut", 0, 1)]
    [InlineData("bad", 0, 1)]
    public void Backup_says_how_a_restore_ended(string? outcome, int notices, int failures)
    {
        Services.GetRequiredService<NavigationManager>().NavigateTo(outcome is null ? "/settings/backup" : $"/settings/backup?restore={outcome}");

        var page = Render<BackupPage>();

        Assert.Equal((notices, failures), (page.FindAll("[data-testid=notice]").Count, page.FindAll("[data-testid=failed]").Count));
        Assert.NotNull(page.Find("[data-testid=restore]"));
    }

    [Fact]
    public void People_are_listed_with_an_invitation_below()
    {
        var page = RenderPeople();

        page.WaitForAssertion(() => Assert.Contains(SignedIn.AdminEmail, page.Find("table").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll("[data-testid=loading]"));
    }

    [Fact]
    public async Task People_that_cannot_be_read_are_a_sentence()
    {
        Assert.NotNull(_site.Services);
        await BreakAsync(Path.Combine(_site.DataFolder, "insiders.db"), "people");

        var page = RenderPeople();

        page.WaitForAssertion(() => Assert.Contains("no such table", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Data_audit_schedule_and_general_settings_that_cannot_be_read_are_a_sentence()
    {
        foreach (var table in new[] { "imports", "audit", "settings" })
        {
            await BreakAsync(_house.Folder.Database, table);
        }

        IRenderedComponent<IComponent>[] pages = [Render<DataPage>(), Render<AuditPage>(), Render<SchedulePage>(), Render<GeneralPage>()];

        Assert.All(pages, page => page.WaitForAssertion(() => Assert.Contains("no such table", page.Find("[data-testid=failed]").TextContent, StringComparison.Ordinal)));
    }

    private IRenderedComponent<PeoplePage> RenderPeople()
    {
        var admin = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, SignedIn.AdminEmail), new Claim(ClaimTypes.Role, Roles.Admin)], "test"));
        return Render<PeoplePage>(parameters => parameters.AddCascadingValue(Task.FromResult(new AuthenticationState(admin))));
    }

    private static async Task BreakAsync(string database, string table)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names are those of the tests above.
        command.CommandText = $"PRAGMA foreign_keys = OFF; ALTER TABLE {table} RENAME TO {table}_gone";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
