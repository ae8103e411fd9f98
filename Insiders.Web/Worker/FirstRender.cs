using System.Security.Claims;
using Insiders.Web.Account;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Insiders.Web.Worker;

/// <summary>Renders the first page for nobody while the site is still being put together: whoever opens it then finds loaded what rendering needs (decision 0015).</summary>
public sealed class FirstRender(IServiceScopeFactory scopes, ILogger<FirstRender> log)
{
    private const string Address = "http://localhost/";

    /// <summary>Begins; nobody waits for it.</summary>
    public void Begin() => _ = Task.Run(RenderAsync);

    /// <summary>The page as a viewer would get it; null where it could not be rendered, which only costs time.</summary>
    public async Task<string?> RenderAsync()
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            ((IHostEnvironmentNavigationManager)services.GetRequiredService<NavigationManager>()).Initialize(Address, Address);
            var nobody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Viewer)], nameof(FirstRender)));
            ((IHostEnvironmentAuthenticationStateProvider)services.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(nobody)));
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            var page = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Routes.Theme)] = Appearance.Default.ToCookie() });
            return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Routes>(page)).ToHtmlString());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogDebug(failure, "The first page could not be rendered ahead.");
            return null;
        }
    }
}
