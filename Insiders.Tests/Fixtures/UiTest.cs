using Bunit;
using Microsoft.AspNetCore.Components;
using MudBlazor;
using MudBlazor.Services;

namespace Insiders.Tests.Fixtures;

/// <summary>A component test with the UI library and no browser.</summary>
public abstract class UiTest : BunitContext, IAsyncLifetime
{
    protected UiTest()
    {
        // One second, the default, is short on a machine that runs other tests beside this one.
        DefaultWaitTimeout = TimeSpan.FromSeconds(30);
        JSInterop.Mode = JSRuntimeMode.Loose;
        Services.AddMudServices();
    }

    public virtual Task InitializeAsync()
    {
        SetRendererInfo(new RendererInfo("Server", isInteractive: true));

        // Menus and tooltips of the library need it somewhere on the page.
        Render<MudPopoverProvider>();
        return Task.CompletedTask;
    }

    async Task IAsyncLifetime.DisposeAsync() => await base.DisposeAsync();
}
