using Insiders.Core.Application.Access;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Audiences;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Backups;
using Insiders.Core.Application.Disk;
using Insiders.Core.Application.Holdouts;
using Insiders.Core.Application.Imports;
using Insiders.Core.Application.Programmes;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Application.SavedViews;
using Insiders.Core.Application.Segments;
using Insiders.Core.Application.Settings;
using Insiders.Core.Application.WorkLists;
using Insiders.Core.Learning;
using Insiders.Core.Ledger;
using Insiders.Core.Storage;
using Insiders.Core.Storage.Backups;
using Insiders.Core.Storage.Files;
using Insiders.Core.Storage.Sqlite;
using Insiders.Web.Account;

namespace Insiders.Web.Composition;

/// <summary>The ledger, the application database and the files of runs, behind the interfaces that use cases ask for.</summary>
internal static class StoreRegistration
{
    /// <summary>Registers the stores of a data folder.</summary>
    public static void AddStores(this WebApplicationBuilder builder, DataFolder folder)
    {
        var (services, database) = (builder.Services, folder.Database);
        services.AddSingleton(_ => MethodCatalog.All);
        services.AddSingleton(provider => new Lazy<MethodCatalog>(provider.GetRequiredService<MethodCatalog>));
        services.AddSingleton(_ => new SalesLedger(folder.Ledger));
        services.AddSingleton<IRunSales>(_ => new RunSalesFolder(folder.Sales) { MakeFolder = () => folder.Make(folder.Sales) });
        services.AddSingleton<IRunLog, RunLog>();
        services.AddSingleton(provider => new RunStore(database) { Methods = provider.GetRequiredService<Lazy<MethodCatalog>>() });
        services.AddSingleton<IRunStore>(provider => provider.GetRequiredService<RunStore>());
        services.AddSingleton<IAccountTables, AccountTables>();
        services.AddSingleton<IDatabase, ApplicationDatabase>();
        services.AddSingleton<IDatabaseCopy>(_ => new DatabaseCopy(database));
        services.AddSingleton<IImportStore>(_ => new ImportStore(database));
        services.AddSingleton<IImportJobStore>(_ => new ImportJobStore(database));
        services.AddSingleton<IImportChoiceStore>(_ => new ImportChoiceStore(database));
        services.AddSingleton<IAuditLog>(_ => new AuditLog(database));
        services.AddSingleton<ISettingsStore>(_ => new SettingsStore(database));
        services.AddSingleton<IAudienceStore>(_ => new AudienceStore(database));
        services.AddSingleton<ISegmentEditStore>(_ => new SegmentEditStore(database));
        services.AddSingleton<ISavedViewStore>(_ => new SavedViewStore(database));
        services.AddSingleton<IWorkListStore>(_ => new WorkListStore(database));
        services.AddSingleton<IProgrammeStore>(_ => new ProgrammeStore(database));
        services.AddSingleton<IHoldoutStore>(_ => new HoldoutStore(database));
        services.AddSingleton<IRunAnalysisStore>(_ => new RunAnalysisStore(database));
        services.AddSingleton<IStagedRestore, StagedRestore>();
        services.AddSingleton<IBackupWriter, BackupWriter>();
    }
}
