using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Files;
using Insiders.Core.Storage.Sqlite;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Audiences;
using Insiders.Web.Cli;
using Insiders.Web.Composition;
using Insiders.Web.Exports;
using Insiders.Web.Features.Customers;
using Insiders.Web.Features.CustomerStory;
using Insiders.Web.Features.Data;
using Insiders.Web.Features.Explore;
using Insiders.Web.Features.Overview;
using Insiders.Web.Features.Segments;
using Insiders.Web.Features.Settings;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Backups;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Health;
using Insiders.Web.Hosting.Imports;
using Insiders.Web.Hosting.Runs;
using Insiders.Web.PublishedRuns;
using Insiders.Web.Setup;
using Insiders.Web.Shell;
using Insiders.Web.Shell.Search;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Localization;
using MudBlazor.Services;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Quartz;

namespace Insiders.Web;

/// <summary>The site: how it is put together and served.</summary>
public static class Site
{
    private const string DefaultAddress = "http://localhost:5080";

    // Docker kills a container ten seconds after it was asked to stop: what is still going on then would be recorded by nobody.
    private static readonly TimeSpan s_longestStop = TimeSpan.FromSeconds(8);

    /// <summary>Serves until stopped.</summary>
    /// <param name="args">Settings as <c>--Name=value</c>.</param>
    /// <param name="settings">Settings that win over all others.</param>
    /// <param name="cancellationToken">Stops the site.</param>
    public static async Task RunAsync(string[] args, IReadOnlyDictionary<string, string?> settings, CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(settings);
        Listen(builder);
        builder.LimitBodies();
        builder.AddProxies();
        PrivateFiles.Guard(new DataFolder(builder.Configuration));
        StopSoon(builder);
        AddData(builder);
        AddWorker(builder);
        AddImports(builder);
        AddSettings(builder);
        AddTelemetry(builder);
        AddPages(builder);
        AddSegments(builder);
        AddCustomers(builder);
        AddExplore(builder);
        builder.AddAccounts(new DataFolder(builder.Configuration));

        var app = builder.Build();
        await DataStart.OpenAsync(app.Services, cancellationToken);
        app.Services.GetRequiredService<BaseWarmth>().Begin();
        MapPages(app);
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

    /// <summary>Work that ended the site has said so to the log only: whoever started it learns it from the exit code.</summary>
    /// <exception cref="InvalidOperationException">A service failed; the message names it.</exception>
    public static void ThrowIfFailed(IEnumerable<BackgroundService> services)
    {
        if (services.FirstOrDefault(service => service.ExecuteTask is { IsFaulted: true }) is { } failed)
        {
            throw new InvalidOperationException($"{failed.GetType().Name} failed, and the site ended.", failed.ExecuteTask!.Exception!.GetBaseException());
        }
    }

    /// <summary>Where nobody said otherwise, only this machine can reach the site.</summary>
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

    /// <summary>A stop ends soon, and a run says that it was interrupted, even while somebody's download does not end.</summary>
    private static void StopSoon(WebApplicationBuilder builder) => builder.Services.Configure<HostOptions>(options =>
    {
        options.ShutdownTimeout = s_longestStop;
        options.ServicesStopConcurrently = true;
    });

    private static void AddData(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        var folder = new DataFolder(builder.Configuration);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton<DataStart>();
        builder.Services.AddSingleton<Leftovers>();
        builder.Services.AddSingleton<WorkGate>();
        builder.Services.AddSingleton<DiskSpace>();
        builder.Services.AddSingleton<StoreRetry>();
        builder.Services.AddHealth();
        builder.Services.AddSingleton<DataFolderWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DataFolderWatch>());
        builder.Services.AddDataProtection().SetApplicationName("Insiders").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        builder.Services.AddSingleton(_ => new RunStore(folder.Database));
        builder.Services.AddSingleton(_ => new SalesLedger(folder.Ledger));
        builder.Services.AddSingleton(_ => new RunSalesFolder(folder.Sales) { MakeFolder = () => folder.Make(folder.Sales) });
        builder.Services.AddSingleton(services => new BaseDesk(
            services.GetRequiredService<RunStore>(), services.GetRequiredService<SalesLedger>(), services.GetRequiredService<RunSalesFolder>(), services.GetRequiredService<ILogger<BaseDesk>>())
        {
            ReadStagesAsync = services.GetRequiredService<Installation>().ReadStagesAsync,
        });
        builder.Services.AddSingleton<OverviewQuery>();
        builder.Services.AddSingleton<ExportAudit>();
        builder.Services.AddSingleton(new ExportCatalog(FeatureLists.Exports));
    }

    private static void AddWorker(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<WorkBoard>();
        builder.Services.AddSingleton<CurrentRun>();
        builder.Services.AddSingleton<RunLog>();
        builder.Services.AddSingleton<RunDesk>();
        builder.Services.AddSingleton<RunQueue>();
        builder.Services.AddSingleton<RunPreconditions>();
        builder.Services.AddSingleton<DemoShop>();
        builder.Services.AddSingleton<FirstStart>();
        builder.Services.AddHostedService<RunWorker>();
        builder.Services.AddSingleton<FirstPage>();
        builder.Services.AddSingleton<PagesAhead>();
        builder.Services.AddSingleton<BaseWarmth>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<BaseWarmth>());
    }

    private static void AddImports(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new ImportJobStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<UploadSettings>();
        builder.Services.AddSingleton<UploadArea>();
        builder.Services.AddSingleton<ImportBoard>();
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddSingleton<ImportBook>();
        builder.Services.AddSingleton<ImportDesk>();
        builder.Services.AddSingleton<DataQuery>();
        builder.Services.AddSingleton<QualityQuery>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    /// <summary>Settings of the installation, and runs that start by themselves.</summary>
    private static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<Installation>();
        builder.Services.AddSingleton<CleaningPreview>();
        builder.Services.AddSingleton(provider => new DatabaseCopy(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<ScheduleHistory>();
        builder.Services.AddSingleton<StagedRestore>();
        builder.Services.AddSingleton<BackupWriter>();
        builder.Services.AddSingleton<BackupService>();
        builder.Services.AddHostedService<ScheduledBackups>();
        builder.Services.AddSingleton<ScheduledRuns>();
        builder.Services.AddSingleton<RunningStateQuery>();
        builder.Services.AddSingleton<ScheduleClock>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ScheduleClock>());
        builder.Services.AddQuartz();
    }

    /// <summary>Traces, metrics and structured logs: nothing is sent until somebody names an endpoint.</summary>
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration["Insiders:Logs"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        }

        // The exporters read the names that OpenTelemetry gave these settings; ours win over them.
        foreach (var (own, known) in new[] { ("Insiders:Telemetry:Endpoint", "OTEL_EXPORTER_OTLP_ENDPOINT"), ("Insiders:Telemetry:Protocol", "OTEL_EXPORTER_OTLP_PROTOCOL") })
        {
            if (builder.Configuration[own] is { Length: > 0 } said)
            {
                builder.Configuration[known] = said;
            }
        }

        if (string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
        {
            return;
        }

        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(Telemetry.Name))
            .WithTracing(tracing => tracing.AddSource(Telemetry.Name, "Microsoft.AspNetCore").AddOtlpExporter())
            .WithMetrics(metrics => metrics.AddMeter(Telemetry.Name, "Microsoft.AspNetCore.Hosting").AddOtlpExporter());
    }

    private static void AddExplore(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<AudienceStore>();
        builder.Services.AddSingleton<AudienceDesk>();
    }

    private static void AddPages(WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<IComponentActivator, PlainActivator>();
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        UnansweredCalls.Add(builder.Services);
        builder.Services.AddMudServices();
        builder.Services.AddSingleton<SearchQuery>();
        builder.Services.Configure<RequestLocalizationOptions>(options =>
        {
            options.DefaultRequestCulture = new RequestCulture(Languages.All[0]);
            options.SupportedCultures = options.SupportedUICultures = [.. Languages.All];
        });
    }

    private static void AddSegments(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(provider => new SegmentEditStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<SegmentQuery>();
        builder.Services.AddScoped<SegmentDesk>();
    }

    private static void AddCustomers(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SavedViews>();
        builder.Services.AddSingleton<CustomerListDesk>();
        builder.Services.AddSingleton<StoryQuery>();
    }

    private static void MapPages(WebApplication app)
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
        app.UseAccounts();
        app.UseAntiforgery();
        app.UseFormTokens();
        app.MapStaticAssets().AllowAnonymous();
        app.MapAccount();
        app.MapSetup();
        app.MapLanguage();
        app.MapBackup();
        app.MapExplore();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
    }

    /// <summary>Amounts are written in the installation's currency, on pages, on what they become when they have connected, and in files.</summary>
    private static void UseCurrency(WebApplication app)
    {
        var installation = app.Services.GetRequiredService<Installation>();
        app.Use((context, next) =>
        {
            Currency.Follow(() => installation.General.Currency);
            return next(context);
        });
    }
}
