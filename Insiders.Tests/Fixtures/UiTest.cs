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
        // The default of one second is too short on a machine that runs other tests at the same time.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();

        // Chart cards record exports in the audit, but no component test exports anything.
        Services.AddSingleton(TimeProvider.System);
        Services.AddSingleton(MethodCatalog.All);
        Services.AddSingleton(new ExportCatalog(ModuleCatalog.Exports));
        Services.AddSingleton(new ExportService(Actors.Access, new AuditLog(Path.Combine(Path.GetTempPath(), "none.db")), TimeProvider.System, NullLogger<ExportService>.Instance));
        Services.AddSingleton(Actors.Access);
        SignIn(Actors.Ana);
    }

    /// <summary>Signs in another person.</summary>
    protected BunitAuthorizationContext SignIn(Actor actor)
        => (_person ??= AddAuthorization()).SetAuthorized(actor.Name).SetRoles(actor.Role.ToString()).SetClaims(new Claim(ClaimTypes.NameIdentifier, actor.Id));

    public virtual Task InitializeAsync()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        // The library's menus and tooltips need this provider on the page.
        Render<MudPopoverProvider>();
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();
}
