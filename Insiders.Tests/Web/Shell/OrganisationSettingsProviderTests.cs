using Bunit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shell;

public sealed class OrganisationSettingsProviderTests : UiTest
{
    private TempDatabase _database = null!;
    private SettingsService _settings = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        _settings = new SettingsService(new SettingsStore(_database.Path), Actors.Access, TimeProvider.System);
        Services.AddSingleton(_settings);
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_saved_name_shows_on_pages_that_are_open_and_nobody_listens_once_they_are_left()
    {
        var page = Render<OrganisationSettingsProvider>(house => house.AddChildContent<OrganisationName>());
        Assert.Empty(page.FindAll("[data-testid=organisation]"));

        await _settings.SaveAsync(Actors.Ana, new InstallationGeneral { Name = "<b>Loja</b>" }, CancellationToken.None);

        page.WaitForAssertion(() => Assert.Equal("<b>Loja</b>", page.Find("[data-testid=organisation]").TextContent));
        Assert.Empty(page.FindAll("b"));
        await DisposeComponentsAsync();
        Assert.False(_settings.HasListeners);
        await _database.DisposeAsync();
    }
}
