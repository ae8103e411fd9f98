using System.Net;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Core.Pipeline;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Cli;
using Insiders.Web.Setup;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Setup;

public sealed class SetupStateTests
{
    [Fact]
    public async Task An_empty_folder_leads_every_page_to_the_set_up_and_only_the_token_opens_it()
    {
        await using var site = Fresh();
        using var client = Client(site);

        Assert.Equal("/setup", (await client.GetAsync("/")).Headers.Location!.OriginalString);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/setup")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync("/setup?token=wrong")).StatusCode);

        var opened = await client.GetAsync(site.Services.GetRequiredService<SetupState>().Link);
        Assert.Equal("/setup", opened.Headers.Location!.ToString().Replace("http://localhost", "", StringComparison.Ordinal)); // with the token still in it, it would stay in the history
        Assert.Contains("Step 1 of 4", await client.GetStringAsync("/setup"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_set_up_half_done_goes_on_at_the_ledger_with_the_administrator_only()
    {
        await using var site = Fresh();
        await site.Services.GetRequiredService<PeopleDirectory>().AddFirstAdminAsync("Ana", SignedIn.AdminEmail, SignedIn.Password, null, CancellationToken.None);
        using var stranger = Client(site);
        using var admin = await site.ClientAsync(Roles.Admin);

        Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(site.Services.GetRequiredService<SetupState>().Link)).StatusCode);
        Assert.Contains("Step 3 of 4", await admin.GetStringAsync("/setup"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, RecipePresets.Shop)]
    [InlineData("study", RecipePresets.Study)]
    public async Task A_new_installation_starts_with_the_shop_preset_unless_it_asks_for_the_study(string? asked, string preset)
    {
        await using var site = new SiteFactory();
        site.Settings["Insiders:Setup:Preset"] = asked;
        await site.InitializeAsync();

        Assert.Equal(preset, RecipePresets.NameOf(await site.Services.GetRequiredService<SettingsService>().ReadRecipeAsync(CancellationToken.None)));
    }

    [Fact]
    public async Task An_installation_without_a_stored_recipe_is_of_an_earlier_version_and_keeps_the_study()
    {
        await using var house = await RunHouse.OpenAsync();
        Assert.Equal(RecipePresets.Study, RecipePresets.NameOf(await house.SettingsService.ReadRecipeAsync(CancellationToken.None)));

        await house.SettingsService.StartWithAsync(Recipe.Shop with { Seed = 7 }, CancellationToken.None);
        await house.SettingsService.StartWithAsync(Recipe.Study, CancellationToken.None); // it has one now

        var recipe = await house.SettingsService.ReadRecipeAsync(CancellationToken.None);
        Assert.Equal((RecipePresets.Shop, 7UL), (RecipePresets.NameOf(recipe), recipe.Seed));
        Assert.Null(RecipePresets.NameOf(recipe with { ModelSample = 1_000 }));
    }

    [Fact]
    public async Task Set_up_is_closed_for_good_once_it_is_done()
    {
        await using var site = new SiteFactory();
        await site.InitializeAsync();
        using var admin = await site.ClientAsync(Roles.Admin);

        Assert.Equal(HttpStatusCode.Gone, (await admin.GetAsync("/setup")).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await admin.GetAsync(site.Services.GetRequiredService<SetupState>().Link)).StatusCode);
    }

    [Fact]
    public async Task A_second_first_administrator_is_refused()
    {
        await using var site = new SiteFactory();
        var people = site.Services.GetRequiredService<PeopleDirectory>();

        await Assert.ThrowsAsync<AccountException>(() => people.AddFirstAdminAsync("Eve", "eve@shop.example", SignedIn.Password, null, CancellationToken.None));
    }

    [Fact]
    public async Task An_unattended_start_makes_the_account_loads_the_file_and_queues_a_run()
    {
        await using var site = new SiteFactory();
        using var files = new TempFolder();
        var file = files.Combine("sales.csv");
        await File.WriteAllTextAsync(file, "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n1,A,Cup,2,2020-01-02,1.50,17,France\n");
        site.Settings["Insiders:Setup:Ledger"] = file;

        Assert.True(await site.Services.GetRequiredService<AccountQueries>().HasAdminAsync(CancellationToken.None));
        Assert.Equal(SetupStep.Closed, await site.Services.GetRequiredService<SetupState>().FindStepAsync(CancellationToken.None));
        var store = site.Services.GetRequiredService<IRunStore>();
        for (var i = 0; i < 200 && (await store.ListRunsAsync(CancellationToken.None)).IsEmpty; i++)
        {
            await Task.Delay(100);
        }

        Assert.Equal("sales.csv", Assert.Single(await site.Services.GetRequiredService<IImportStore>().ListImportsAsync(CancellationToken.None)).FileName);
        Assert.Single(await store.ListRunsAsync(CancellationToken.None));
    }

    [Theory]
    [InlineData("short", null, "10")]
    [InlineData(SignedIn.Password, "/no/such/file.csv", "/no/such/file.csv")]
    public async Task An_unattended_start_with_a_weak_password_or_without_its_file_does_not_start(string password, string? ledger, string said)
    {
        using var data = new TempFolder();

        var end = await Terminal.RunAsync(
            "--data", data.Root, "--urls", "http://127.0.0.1:0", $"--Insiders:Setup:AdminEmail={SignedIn.AdminEmail}", $"--Insiders:Setup:AdminPassword={password}", $"--Insiders:Setup:Ledger={ledger}");

        Assert.Equal(ExitCode.Refused, end.ExitCode);
        Assert.Contains(said, end.Error, StringComparison.Ordinal);
        new RunStore(data.Combine("insiders.db")).ReleaseFile();
    }

    private static SiteFactory Fresh()
    {
        var site = new SiteFactory();
        site.Settings.Clear();
        return site;
    }

    private static HttpClient Client(SiteFactory site) => site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
}
