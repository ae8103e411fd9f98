using Insiders.Core.Application.Access;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Exports;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Insights;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.Programmes.Report;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Segments;
using Insiders.Core.Application.Settings;
using Insiders.Core.Application.WorkLists;

namespace Insiders.Web.Composition;

/// <summary>The use cases, with the queues and broadcasters they share with workers and pages.</summary>
internal static class UseCaseRegistration
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>Registers them.</summary>
    public static void AddUseCases(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<AccessCheck>();
        services.AddSingleton<PublishedRunCache>();
        services.AddSingleton<AnalysisBroadcaster>();
        services.AddSingleton<RunAnalysisService>();
        services.AddSingleton<PurchaseOutlookAnalysis>();
        services.AddSingleton<RevenueForecastAnalysis>();
        services.AddSingleton<StoredOutlooks>();
        services.AddSingleton<OwnHypotheses>();
        services.AddSingleton<HypothesesAnalysis>();
        services.AddSingleton<LifeCycleAnalysis>();
        services.AddSingleton<HypothesisService>();
        services.AddSingleton(provider => new AnalysisCatalog([
            provider.GetRequiredService<PurchaseOutlookAnalysis>(), provider.GetRequiredService<RevenueForecastAnalysis>(), provider.GetRequiredService<LifeCycleAnalysis>(),
            provider.GetRequiredService<HypothesesAnalysis>()]));
        services.AddSingleton<WorkGate>();
        services.AddSingleton<RunQueue>();
        services.AddSingleton<CurrentRun>();
        services.AddSingleton<RunStatusBroadcaster>();
        services.AddSingleton<RunPreconditions>();
        services.AddSingleton<RunService>();
        services.AddSingleton<RunRetentionService>();
        services.AddSingleton<IPublicationFollower>(provider => provider.GetRequiredService<RunRetentionService>());
        services.AddSingleton<ScheduleHistory>();
        services.AddSingleton(UploadsOf(builder.Configuration));
        services.AddSingleton<UploadFolder>();
        services.AddSingleton<ImportQueue>();
        services.AddSingleton<ImportStatusBroadcaster>();
        services.AddSingleton<ImportRegistry>();
        services.AddSingleton<TemplateService>();
        services.AddSingleton<ImportService>();
        services.AddSingleton(WatchOf(builder.Configuration));
        services.AddSingleton<WatchedFolder>();
        services.AddSingleton<SegmentService>();
        services.AddSingleton<AudienceService>();
        services.AddSingleton<IPublicationFollower>(provider => provider.GetRequiredService<AudienceService>());
        services.AddSingleton<SavedViewService>();
        services.AddSingleton<WorkListService>();
        services.AddSingleton<ProgrammeService>();
        services.AddSingleton<IPublicationFollower>(provider => provider.GetRequiredService<ProgrammeService>());
        services.AddSingleton<ProgrammeOutlookService>();
        services.AddSingleton<ReportArchive>();
        services.AddSingleton<HoldoutService>();
        services.AddSingleton<SettingsService>();
        services.AddSingleton<BackupService>();
        services.AddSingleton<ExportService>();
    }

    /// <summary>The settings <c>Insiders:Watch:Folder</c>, none unless set, and <c>Insiders:Watch:Minutes</c>, 5 unless set, at least 1.</summary>
    private static WatchSettings WatchOf(ConfigurationManager configuration) => new(
        configuration["Insiders:Watch:Folder"] is { Length: > 0 } folder ? Path.GetFullPath(folder) : null, TimeSpan.FromMinutes(Math.Max(1, configuration.GetValue("Insiders:Watch:Minutes", 5))));

    /// <summary>The settings <c>Insiders:Upload:MaxMegabytes</c>, 5 GB unless set, and <c>Insiders:Upload:ReserveMegabytes</c>, 256 MB unless set.</summary>
    private static UploadSettings UploadsOf(ConfigurationManager configuration)
        => new(configuration.GetValue("Insiders:Upload:MaxMegabytes", 5L * 1024) * Megabyte, configuration.GetValue("Insiders:Upload:ReserveMegabytes", 256L) * Megabyte);
}
