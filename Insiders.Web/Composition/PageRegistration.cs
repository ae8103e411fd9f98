using Insiders.Core.Application.Settings;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Components.Audiences;
using Insiders.Web.Components.Exporting;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Setup;
using Insiders.Web.Shell;
using Insiders.Web.Shell.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;

namespace Insiders.Web.Composition;

/// <summary>The pages, and what every request passes on its way to them.</summary>
internal static class PageRegistration
{
    /// <summary>Registers what pages need, and what the features hand in.</summary>
    public static void AddPages(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddScoped<IComponentActivator, PlainActivator>();
        services.AddRazorComponents().AddInteractiveServerComponents();
        UnansweredCalls.Add(services);
        services.AddMudServices();
        services.AddSingleton<SearchQuery>();
        services.AddSingleton<AudienceFilter>();
        services.AddSingleton(new ExportCatalog(ModuleCatalog.Exports));
        foreach (var module in ModuleCatalog.All)
        {
            module.AddServices(services);
        }

        services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.All];
        });
    }

    /// <summary>Maps pages and endpoints, in the order that requests pass the middleware.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseMiddleware<CircuitGate>();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}");
        app.UseSecurityHeaders();
        app.UseCleanAddresses();
        app.UseBodyLimits();
        app.UseMiddleware<DataFolderGate>();
        app.UseRequestLocalization();
        UseCurrency(app);
        app.UseCookiePolicy(new CookiePolicyOptions { Secure = CookieSecurePolicy.SameAsRequest });
        app.UseAccounts(between: SetupEndpoints.UseFirstSetup);
        app.UseAntiforgery();
        app.UseFormTokens();
        app.MapStaticAssets().AllowAnonymous();
        app.MapSetup();
        app.MapLanguage();
        foreach (var module in ModuleCatalog.All)
        {
            module.MapEndpoints(app);
        }

        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Amounts are written in the installation's currency, on pages, on what they become when they have connected, and in files.</summary>
    private static void UseCurrency(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SettingsService>();
        app.Use((context, next) =>
        {
            Currency.Follow(() => settings.General.Currency);
            return next(context);
        });
    }
}
