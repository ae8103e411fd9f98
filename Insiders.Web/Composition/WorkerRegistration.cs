using Insiders.Core.Application.Backups;
using Insiders.Web.Hosting;
using Insiders.Web.Hosting.Backups;
using Insiders.Web.Hosting.Data;
using Insiders.Web.Hosting.Imports;
using Insiders.Web.Hosting.Runs;
using Quartz;

namespace Insiders.Web.Composition;

/// <summary>What works without anybody looking: runs, imports, schedules, backups, the first page of a start.</summary>
internal static class WorkerRegistration
{
    /// <summary>Registers them.</summary>
    public static void AddWorkers(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton<StartupRecovery>();
        services.AddHostedService<RunWorker>();
        services.AddHostedService<AnalysisWorker>();
        services.AddHostedService<ProgrammeWorker>();
        services.AddSingleton<StartupGate>();
        services.AddSingleton<PagePrerenderer>();
        services.AddSingleton<WarmupService>();
        services.AddHostedService(provider => provider.GetRequiredService<WarmupService>());
        services.AddHostedService<ImportWorker>();
        services.AddHostedService<FolderWatcher>();
        services.AddSingleton<IBackupFiles, BackupFiles>();
        services.AddHostedService<ScheduledBackups>();
        services.AddSingleton<ScheduledRuns>();
        services.AddSingleton<ScheduleClock>();
        services.AddHostedService(provider => provider.GetRequiredService<ScheduleClock>());
        services.AddQuartz();
    }
}
