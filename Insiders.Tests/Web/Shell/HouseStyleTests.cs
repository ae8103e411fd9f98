using Bunit;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Settings;
using Insiders.Web.Shell;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Shell;

public sealed class HouseStyleTests : UiTest
{
    private TempDatabase _database = null!;
    private Installation _installation = null!;

    public override async Task InitializeAsync()
    {
        _database = await TempDatabase.CreateAsync();
        _installation = new Installation(new SettingsStore(_database.Path), new AuditLog(_database.Path), TimeProvider.System);
        Services.AddSingleton(_installation);
        await base.InitializeAsync();
    }

    [Fact]
    public async Task A_saved_name_shows_on_pages_that_are_open_and_nobody_listens_once_they_are_left()
    {
        var page = Render<HouseStyle>(house => house.AddChildContent<OrganisationName>());
        Assert.Empty(page.FindAll("[data-testid=organisation]"));

        await _installation.SaveAsync(new InstallationGeneral { Name = "<b>Loja</b>" }, "ana", CancellationToken.None);

        page.WaitForAssertion(() => Assert.Equal("<b>Loja</b>", page.Find("[data-testid=organisation]").TextContent));
        Assert.Empty(page.FindAll("b"));
        await DisposeComponentsAsync();
        Assert.False(_installation.HasListeners);
        await _database.DisposeAsync();
    }
}
