using Insiders.Core.Problems;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Health;
using Insiders.Web.Setup;
using Microsoft.AspNetCore.Connections;

namespace Insiders.Web.Composition;

/// <summary>Composes and runs the site.</summary>
public static class Site
{
    private const string DefaultAddress = "http://localhost:5080";

    // Docker kills a container ten seconds after asking it to stop; work still in progress then would not be recorded.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(8);

    /// <summary>Runs the site until it is stopped.</summary>
    /// <param name="args">Settings as <c>--Name=value</c>.</param>
    /// <param name="settings">Settings that override all others.</param>
    /// <param name="cancellationToken">Stops the site.</param>
    public static async Task RunAsync(string[] args, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        Listen(builder);
        builder.LimitBodies();
        builder.AddProxies();
        var folder = builder.AddDataFolder();
        StopSoon(builder);
        builder.AddStores(folder);
        builder.AddUseCases();
        builder.AddWorkers();
        builder.AddTelemetry();
        builder.AddPages();
        builder.AddAccounts(folder);
        builder.AddSetup();

        var app = builder.Build();
        await DataFolderStartup.OpenAsync(app.Services, cancellationToken);
        app.Services.GetRequiredService<WarmupService>().Begin();
        app.MapPages();
        app.MapImports().RequireAuthorization(Policies.Analyse);
        app.MapExports();
        app.MapHealth();
        app.PrintSetupLink();
        var services = app.Services.GetServices<IHostedService>().OfType<BackgroundService>().ToArray();
        try
        {
            await app.RunAsync(cancellationToken);
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            throw new RefusedException($"{taken.Message.TrimEnd('.')}: is Insiders running already? Stop it, or choose another address with --urls.", taken);
        }

        ThrowIfFailed(services);
    }

    /// <summary>Throws if a background service failed and ended the site, so that the process gets a non-zero exit code; otherwise only the log would tell.</summary>
    /// <exception cref="InvalidOperationException">A service failed; the message names it.</exception>
    public static void ThrowIfFailed(IEnumerable<BackgroundService> services)
    {
        if (services.FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true }) is { } failed)
        {
            throw new InvalidOperationException($"{failed.GetType().Name} failed, and the site ended.", failed.ExecuteTask!.Exception!.GetBaseException());
        }
    }

    /// <summary>Listens only on localhost unless configured otherwise.</summary>
    private static void Listen(WebApplicationBuilder builder)
    {
        builder.WebHost.UseStaticWebAssets();
        builder.WebHost.UseKestrelHttpsConfiguration();
        var configuration = builder.Configuration;
        if (string.IsNullOrEmpty(configuration["urls"]) && string.IsNullOrEmpty(configuration["http_ports"]) && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }
    }

    /// <summary>Limits the shutdown time, so that a run is recorded as interrupted even while a download is still in progress.</summary>
    private static void StopSoon(WebApplicationBuilder builder) => builder.Services.Configure<HostOptions>(options =>
    {
        options.ShutdownTimeout = s_longestStop;
        options.ServicesStopConcurrently = true;
    });
}
