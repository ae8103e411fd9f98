using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Exports;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Segments;
using Insiders.Core.Application.Settings;
using Insiders.Core.Learning;
using Insiders.Core.Ledger;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Core.Storage.Files;
using Insiders.Core.Storage.Sqlite;
using Insiders.Web.Account;
using Insiders.Web.Api;
using Insiders.Web.Components.CustomerLists;
using Insiders.Web.Components.Exporting;
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
        PrivateFiles.Guard(FolderOf(builder.Configuration));
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
        builder.AddAccounts(FolderOf(builder.Configuration));
        builder.AddSetup();

        var app = builder.Build();
        await DataFolderStartup.OpenAsync(app.Services, cancellationToken);
        app.Services.GetRequiredService<WarmupService>().Begin();
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

    private static void AddData(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(TimeProvider.System);
        var folder = FolderOf(builder.Configuration);
        builder.Services.AddSingleton(folder);
        builder.Services.AddSingleton<DataFolderLock>();
        builder.Services.AddSingleton<DataFolderStartup>();
        builder.Services.AddSingleton<Leftovers>();
        builder.Services.AddSingleton<WorkGate>();
        builder.Services.AddSingleton<DiskSpace>();
        builder.Services.AddSingleton<StoreRetry>();
        builder.Services.AddHealth();
        builder.Services.AddSingleton<DataFolderWatch>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<DataFolderWatch>());
        builder.Services.AddDataProtection().SetApplicationName("Insiders").PersistKeysToFileSystem(new DirectoryInfo(folder.Keys));
        builder.Services.AddSingleton(_ => MethodCatalog.All);
        builder.Services.AddSingleton(services => new Lazy<MethodCatalog>(services.GetRequiredService<MethodCatalog>));
        builder.Services.AddSingleton(services => new RunStore(folder.Database) { Methods = services.GetRequiredService<Lazy<MethodCatalog>>() });
        builder.Services.AddSingleton<IRunStore>(services => services.GetRequiredService<RunStore>());
        builder.Services.AddSingleton<IAccountTables, AccountTables>();
        builder.Services.AddSingleton<IDatabase, ApplicationDatabase>();
        builder.Services.AddSingleton<IImportStore>(_ => new ImportStore(folder.Database));
        builder.Services.AddSingleton<IAuditLog>(_ => new AuditLog(folder.Database));
        builder.Services.AddSingleton<ISettingsStore>(_ => new SettingsStore(folder.Database));
        builder.Services.AddSingleton(_ => new SalesLedger(folder.Ledger));
        builder.Services.AddSingleton<IRunSales>(_ => new RunSalesFolder(folder.Sales) { MakeFolder = () => folder.Make(folder.Sales) });
        builder.Services.AddSingleton<PublishedRunCache>();
        builder.Services.AddSingleton<OverviewLoader>();
        builder.Services.AddSingleton<AccessCheck>();
        builder.Services.AddSingleton<ExportService>();
        builder.Services.AddSingleton(new ExportCatalog(FeatureLists.Exports));
    }

    private static void AddWorker(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<RunStatusBroadcaster>();
        builder.Services.AddSingleton<CurrentRun>();
        builder.Services.AddSingleton<IRunLog, RunLog>();
        builder.Services.AddSingleton<RunService>();
        builder.Services.AddSingleton<RunQueue>();
        builder.Services.AddSingleton<RunPreconditions>();
        builder.Services.AddSingleton<StartupRecovery>();
        builder.Services.AddHostedService<RunWorker>();
        builder.Services.AddSingleton<StartupGate>();
        builder.Services.AddSingleton<PagePrerenderer>();
        builder.Services.AddSingleton<WarmupService>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<WarmupService>());
    }

    private static void AddImports(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IImportJobStore>(provider => new ImportJobStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<IImportChoiceStore>(provider => new ImportChoiceStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton(UploadsOf(builder.Configuration));
        builder.Services.AddSingleton<UploadFolder>();
        builder.Services.AddSingleton<ImportStatusBroadcaster>();
        builder.Services.AddSingleton<ImportQueue>();
        builder.Services.AddSingleton<ImportRegistry>();
        builder.Services.AddSingleton<ImportService>();
        builder.Services.AddSingleton<DataLoader>();
        builder.Services.AddSingleton<QualityLoader>();
        builder.Services.AddHostedService<ImportWorker>();
    }

    /// <summary>Adds the settings of the installation and scheduled runs.</summary>
    private static void AddSettings(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SettingsService>();
        builder.Services.AddSingleton<CleaningPreview>();
        builder.Services.AddSingleton<IDatabaseCopy>(provider => new DatabaseCopy(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<ScheduleHistory>();
        builder.Services.AddSingleton<IStagedRestore, StagedRestore>();
        builder.Services.AddSingleton<IBackupWriter, BackupWriter>();
        builder.Services.AddSingleton<IBackupFiles, BackupFiles>();
        builder.Services.AddSingleton<BackupService>();
        builder.Services.AddHostedService<ScheduledBackups>();
        builder.Services.AddSingleton<ScheduledRuns>();
        builder.Services.AddSingleton<RerunStatusLoader>();
        builder.Services.AddSingleton<ScheduleClock>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<ScheduleClock>());
        builder.Services.AddQuartz();
    }

    /// <summary>Adds traces, metrics and structured logs; nothing is sent until an endpoint is configured.</summary>
    private static void AddTelemetry(WebApplicationBuilder builder)
    {
        if (string.Equals(builder.Configuration["Insiders:Logs"], "json", StringComparison.OrdinalIgnoreCase))
        {
            builder.Logging.AddJsonConsole(options => options.UseUtcTimestamp = true);
        }

        // The exporters read OpenTelemetry's own setting names; ours override them.
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
        builder.Services.AddSingleton<IAudienceStore>(provider => new AudienceStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<AudienceService>();
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
        builder.Services.AddSingleton<ISegmentEditStore>(provider => new SegmentEditStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<SegmentLoader>();
        builder.Services.AddSingleton<SegmentService>();
    }

    private static void AddCustomers(WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<ISavedViewStore>(provider => new SavedViewStore(provider.GetRequiredService<DataFolder>().Database));
        builder.Services.AddSingleton<SavedViewService>();
        builder.Services.AddSingleton<CustomerListCache>();
        builder.Services.AddSingleton<StoryLoader>();
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
        app.UseAccounts(between: SetupEndpoints.UseFirstSetup);
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

    /// <summary>Sets the installation's currency for prerendered pages, interactive pages and files.</summary>
    private static void UseCurrency(WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SettingsService>();
        app.Use((context, next) =>
        {
            Currency.Follow(() => settings.General.Currency);
            return next(context);
        });
    }

    /// <summary>The setting <c>Insiders:DataFolder</c>; by default <c>data</c> in the current directory.</summary>
    private static DataFolder FolderOf(ConfigurationManager configuration) => new(configuration["Insiders:DataFolder"] is { Length: > 0 } folder ? folder : "data");

    /// <summary>The settings <c>Insiders:Upload:MaxMegabytes</c>, 5 GB unless set, and <c>Insiders:Upload:ReserveMegabytes</c>, 256 MB unless set.</summary>
    private static UploadSettings UploadsOf(ConfigurationManager configuration)
    {
        const long Megabyte = 1024 * 1024;
        return new(configuration.GetValue("Insiders:Upload:MaxMegabytes", 5L * 1024) * Megabyte, configuration.GetValue("Insiders:Upload:ReserveMegabytes", 256L) * Megabyte);
    }
}
