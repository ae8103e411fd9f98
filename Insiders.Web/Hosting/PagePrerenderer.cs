using System.Security.Claims;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Components.Web;

namespace Insiders.Web.Hosting;

/// <summary>Renders pages before anyone requests them, so that the first visitor after a start finds the code that rendering needs already loaded (decision 0015).</summary>
public sealed class PagePrerenderer(IServiceScopeFactory scopes, ILogger<PagePrerenderer> log)
{
    private const string Root = "http://localhost/";

    /// <summary>Renders a page as a viewer would get it; null when that fails, which only costs time.</summary>
    /// <param name="address">Address of the page, relative to the root.</param>
    public async Task<string?> RenderAsync(string address)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var services = scope.ServiceProvider;
            ((IHostEnvironmentNavigationManager)services.GetRequiredService<NavigationManager>()).Initialize(Root, new Uri(new Uri(Root), address).ToString());
            var nobody = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, Roles.Viewer)], nameof(PagePrerenderer)));
            ((IHostEnvironmentAuthenticationStateProvider)services.GetRequiredService<AuthenticationStateProvider>()).SetAuthenticationState(Task.FromResult(new AuthenticationState(nobody)));
            await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
            var page = ParameterView.FromDictionary(new Dictionary<string, object?> { [nameof(Routes.Theme)] = Appearance.Default.ToCookie() });
            return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Routes>(page)).ToHtmlString());
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogDebug(failure, "The page {Address} could not be prerendered.", address);
            return null;
        }
    }
}
