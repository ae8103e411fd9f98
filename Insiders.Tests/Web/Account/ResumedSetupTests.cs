using System.Net;
using Insiders.Core.Application.Access;
using Insiders.Tests.Fixtures;
using Insiders.Web.Account;
using Insiders.Web.Setup;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Insiders.Tests.Web.Account;

public sealed class ResumedSetupTests : IDisposable
{
    private readonly TempFolder _data = new();

    public void Dispose()
    {
        new Insiders.Core.Storage.RunStore(_data.Combine("insiders.db")).ReleaseFile();
        _data.Dispose();
    }

    [Fact]
    public async Task Setting_up_goes_on_after_a_restart_where_it_was()
    {
        string spent;
        await using (var site = Start())
        {
            spent = site.Services.GetRequiredService<SetupState>().Link;
            await site.Services.GetRequiredService<PeopleDirectory>().AddFirstAdminAsync("Ana", SignedIn.AdminEmail, SignedIn.Password, null, CancellationToken.None);
        }

        await using (var site = Start())
        {
            using var stranger = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            Assert.Equal(HttpStatusCode.Redirect, (await stranger.GetAsync(spent)).StatusCode);
            using var admin = await site.ClientAsync(Roles.Admin);
            Assert.Contains("Step 3 of 4", await admin.GetStringAsync("/setup"), StringComparison.Ordinal);
            Assert.Null(await site.Services.GetRequiredService<InitialImport>().LoadDemoAsync(Actor.Program, CancellationToken.None));
        }

        await using (var site = Start())
        {
            using var admin = await site.ClientAsync(Roles.Admin);
            Assert.Contains("Step 4 of 4", await admin.GetStringAsync("/setup"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_there_is_an_administrator_the_link_of_an_earlier_start_opens_nothing()
    {
        string earlier;
        await using (var site = Start())
        {
            earlier = site.Services.GetRequiredService<SetupState>().Link;
        }

        await using (var site = Start())
        {
            using var stranger = site.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });
            Assert.Equal(HttpStatusCode.Forbidden, (await stranger.GetAsync(earlier)).StatusCode);
        }
    }

    private SiteFactory Start()
    {
        var site = new SiteFactory();
        site.Settings.Clear();
        site.Settings["Insiders:DataFolder"] = _data.Root;
        return site;
    }
}
