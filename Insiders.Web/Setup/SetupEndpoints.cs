using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.Settings;
using Insiders.Web.Account;
using Insiders.Web.Components;
using Insiders.Web.Components.Forms;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Mvc;

namespace Insiders.Web.Setup;

/// <summary>Set-up outside its page: the redirect to it, the file, the first run.</summary>
public static class SetupEndpoints
{
    /// <summary>The page.</summary>
    public const string Page = "/setup";

    /// <summary>The cookie that carries the token from page to page.</summary>
    public const string CookieName = "insiders-setup";

    private static readonly string[] s_open = [Page, "/account", "/preferences", "/health", "/status", "/_", "/css", "/js", "/icons"];

    /// <summary>Redirects every page to the set-up until it is complete.</summary>
    public static void UseFirstSetup(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var setup = app.Services.GetRequiredService<SetupState>();
        app.Use(async (context, next) =>
        {
            var path = context.Request.Path;
            if (HttpMethods.IsGet(context.Request.Method) && !s_open.Any(open => path.Value!.StartsWith(open, StringComparison.Ordinal))
                && await setup.FindStepAsync(context.RequestAborted) is var step and not SetupStep.Closed
                && (step == SetupStep.Administrator || context.User.IsInRole(Roles.Admin)))
            {
                context.Response.Redirect(Page);
                return;
            }

            await next(context);
        });
    }

    /// <summary>Prints the set-up link to the console, never to a log, once the server's addresses are known.</summary>
    public static void PrintSetupLink(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var setup = app.Services.GetRequiredService<SetupState>();
        app.Lifetime.ApplicationStarted.Register(() => _ = PrintAsync());

        async Task PrintAsync()
        {
            var step = await setup.FindStepAsync(CancellationToken.None);
            var address = app.Configuration["Insiders:Url"] is { Length: > 0 } said ? said : app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() ?? "";
            address = address.Replace("://[::]", "://localhost", StringComparison.Ordinal).Replace("://0.0.0.0", "://localhost", StringComparison.Ordinal)
                .Replace("://+", "://localhost", StringComparison.Ordinal).Replace("://*", "://localhost", StringComparison.Ordinal).TrimEnd('/');
            if (step == SetupStep.Administrator)
            {
                await Console.Out.WriteLineAsync($"\n    Insiders is not set up yet. Open this link, which works once:\n\n        {address}{setup.Link}\n");
            }
            else if (step != SetupStep.Closed)
            {
                await Console.Out.WriteLineAsync($"\n    Setting up was not finished. Sign in as administrator to go on:\n\n        {address}{Page}\n");
            }
        }
    }

    /// <summary>Maps the endpoints for the file and the first run, for the administrator while the set-up is open.</summary>
    public static void MapSetup(this IEndpointRouteBuilder endpoints)
    {
        var limit = endpoints.ServiceProvider.GetRequiredService<UploadSettings>().MaxBytes + MultipartBody.FrameBytes;
        endpoints.MapPost("/setup/ledger", LoadAsync).RequireAuthorization(Policies.Administer).WithMetadata(new RequestSizeLimitAttribute(limit)).DisableAntiforgery();
        endpoints.MapPost("/setup/run", async ([FromForm] string? start, HttpContext context, SetupState setup, SetupOptions options, RunService service, SettingsService settings, IRunStore store) =>
        {
            if (await setup.FindStepAsync(context.RequestAborted) != SetupStep.Run)
            {
                return Results.LocalRedirect(Page);
            }

            var runs = await store.ListRunsAsync(context.RequestAborted);
            if (start is not null && !runs.Any(run => run.State is RunState.Queued or RunState.Running))
            {
                if (runs is [])
                {
                    await settings.StartWithAsync(options.StartingRecipe, CancellationToken.None);
                }

                await service.StartAsync(context.User.ToActor(), await settings.ReadRecipeAsync(context.RequestAborted), publish: false, CancellationToken.None);
            }

            return Results.LocalRedirect(Page);
        }).RequireAuthorization(Policies.Administer);
    }

    private static async Task<IResult> LoadAsync(HttpContext context, SetupState setup, SetupUpload upload)
    {
        if (await setup.FindStepAsync(context.RequestAborted) == SetupStep.Ledger)
        {
            setup.Problem = await upload.TakeAsync(context);
        }

        // The script loads the page itself: the problem is shown only once, and following a redirect in the script would use that up.
        return context.Request.Headers.Accept == "text/plain" ? Results.Text(Page) : Results.LocalRedirect(Page);
    }
}
