using System.Security.Claims;
using Bunit;
using Bunit.TestDoubles;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Exports;
using Insiders.Core.Learning;
using Insiders.Core.Storage;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using MudBlazor;
using MudBlazor.Services;

namespace Insiders.Tests.Fixtures;

/// <summary>A component test with the UI library and no browser.</summary>
public abstract class UiTest : BunitContext, IAsyncLifetime
{
    private BunitAuthorizationContext? _person;

    protected UiTest()
    {
        // One second, the default, is short on a machine that runs other tests beside this one.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();

        // Cards of charts write down what is exported; no test of a component exports anything.
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(MethodCatalog.All);
        Services.AddSingleton(new ExportCatalog(ModuleCatalog.Exports));
        Services.AddSingleton(new ExportService(Actors.Access, new AuditLog(Path.Combine(Path.GetTempPath(), "none.db")), TimeProvider.System, NullLogger<ExportService>.Instance));
        Services.AddSingleton(Actors.Access);
        SignIn(Actors.Ana);
    }

    /// <summary>Has somebody else look at the page.</summary>
    protected BunitAuthorizationContext SignIn(Actor actor)
        => (_person ??= AddAuthorization()).SetAuthorized(actor.Name).SetRoles(actor.Role.ToString()).SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.Id));

    public virtual Task InitializeAsync()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        // Menus and tooltips of the library need it somewhere on the page.
        Render<MudPopoverProvider>();
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();
}
