using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments.Stages;
using Insiders.Core.Storage;
using Insiders.Web.Hosting.Data;

namespace Insiders.Web.Features.Settings;

/// <summary>The settings of this installation, one record per group; every change is audited.</summary>
public sealed class Installation(SettingsStore store, AuditLog audit, TimeProvider time, Lazy<MethodCatalog>? methods = null)
{
    private const string RecipeKey = "recipe";
    private const string ScheduleKey = "schedule";
    private const string GeneralKey = "general";
    private const string StagesKey = "stages";
    private const string ServicesKey = "services";
    private const string BackupsKey = "backups";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Told after name, currency, looks or services have changed.</summary>
    public event Action? Changed;

    /// <summary>Name, currency and looks as they were last read or saved: every full load of a page reads them.</summary>
    public InstallationGeneral General { get; private set; } = new();

    /// <summary>The codes that lists of products leave out, as they were last read or saved.</summary>
    public ServiceCodes Services { get; private set; } = ServiceCodes.Default;

    /// <summary>Whether anybody would be told of a change.</summary>
    internal bool HasListeners => Changed is not null;

    /// <summary>What new and scheduled runs start from; the study's recipe until somebody sets another.</summary>
    public async Task<Recipe> ReadRecipeAsync(CancellationToken cancellationToken)
        => await store.FindAsync(RecipeKey, cancellationToken) is { } json ? RecipeJson.Read(json, methods?.Value) : Recipe.Study;

    /// <summary>When runs start by themselves.</summary>
    public Task<InstallationSchedule> ReadScheduleAsync(CancellationToken cancellationToken) => ReadAsync(ScheduleKey, new InstallationSchedule(), cancellationToken);

    /// <summary>Name, currency and looks.</summary>
    public async Task<InstallationGeneral> ReadGeneralAsync(CancellationToken cancellationToken)
        => Show(await ReadAsync(GeneralKey, new InstallationGeneral(), cancellationToken));

    /// <summary>Limits of stages that an administrator set; from the ledger until somebody does.</summary>
    public Task<StageSettings> ReadStagesAsync(CancellationToken cancellationToken) => ReadAsync(StagesKey, StageSettings.FromLedger, cancellationToken);

    /// <summary>Sets the limits of stages.</summary>
    public Task SaveAsync(StageSettings stages, string actor, CancellationToken cancellationToken)
        => SaveAsync(StagesKey, JsonSerializer.Serialize(stages, s_options), actor, cancellationToken);

    /// <summary>The codes that lists of products leave out; those every installation begins with until somebody sets others.</summary>
    public async Task<ServiceCodes> ReadServicesAsync(CancellationToken cancellationToken)
        => Services = await ReadAsync(ServicesKey, ServiceCodes.Default, cancellationToken);

    /// <summary>Which backups are made by themselves.</summary>
    public Task<InstallationBackups> ReadBackupsAsync(CancellationToken cancellationToken) => ReadAsync(BackupsKey, new InstallationBackups(), cancellationToken);

    /// <summary>Notes that one was made; nobody set anything, and the audit hears of the backup itself.</summary>
    public Task NoteBackupAsync(InstallationBackups backups, CancellationToken cancellationToken)
        => store.SaveAsync(BackupsKey, JsonSerializer.Serialize(backups, s_options), DemoShop.Actor, time.GetUtcNow(), cancellationToken);

    /// <summary>Sets which backups are made by themselves.</summary>
    public Task SaveAsync(InstallationBackups backups, string actor, CancellationToken cancellationToken)
        => SaveAsync(BackupsKey, JsonSerializer.Serialize(backups, s_options), actor, cancellationToken);

    /// <summary>Sets the default recipe.</summary>
    public Task SaveAsync(Recipe recipe, string actor, CancellationToken cancellationToken) => SaveAsync(RecipeKey, RecipeJson.Write(recipe), actor, cancellationToken);

    /// <summary>Sets the schedule.</summary>
    public Task SaveAsync(InstallationSchedule schedule, string actor, CancellationToken cancellationToken)
        => SaveAsync(ScheduleKey, JsonSerializer.Serialize(schedule, s_options), actor, cancellationToken);

    /// <summary>Sets name, currency and looks.</summary>
    public async Task SaveAsync(InstallationGeneral general, string actor, CancellationToken cancellationToken)
    {
        await SaveAsync(GeneralKey, JsonSerializer.Serialize(general, s_options), actor, cancellationToken);
        Show(general);
    }

    /// <summary>Sets the codes that lists of products leave out.</summary>
    public async Task SaveAsync(ServiceCodes services, string actor, CancellationToken cancellationToken)
    {
        await SaveAsync(ServicesKey, JsonSerializer.Serialize(services, s_options), actor, cancellationToken);
        Services = services;
        Changed?.Invoke();
    }

    /// <summary>Reads every setting, to see whether all of them can be read.</summary>
    /// <exception cref="Exception">One of them cannot; of which kind it is depends on the setting.</exception>
    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        await ReadRecipeAsync(cancellationToken);
        (await ReadScheduleAsync(cancellationToken)).ToCron();
        await ReadGeneralAsync(cancellationToken);
        await ReadStagesAsync(cancellationToken);
        await ReadServicesAsync(cancellationToken);
        await ReadBackupsAsync(cancellationToken);
    }

    private InstallationGeneral Show(InstallationGeneral general)
    {
        var changed = general != General;
        General = general;
        if (changed)
        {
            Changed?.Invoke();
        }

        return general;
    }

    private async Task<T> ReadAsync<T>(string key, T standard, CancellationToken cancellationToken)
        where T : class
        => await store.FindAsync(key, cancellationToken) is { } json ? JsonSerializer.Deserialize<T>(json, s_options)! : standard;

    private async Task SaveAsync(string key, string json, string actor, CancellationToken cancellationToken)
    {
        await store.SaveAsync(key, json, actor, time.GetUtcNow(), cancellationToken);
        await audit.AddAsync(new AuditEntry(0, time.GetUtcNow(), actor, "settings.changed", key, json), cancellationToken);
    }
}
