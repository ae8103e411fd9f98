using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Application.Settings;

/// <summary>The settings of this installation, one record per group: administrators change them, and the audit is told.</summary>
public sealed class SettingsService(ISettingsStore store, AccessCheck access, TimeProvider time, Lazy<MethodCatalog>? methods = null)
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

    /// <summary>Told after the limits of stages have changed: what is derived from the published run is made anew.</summary>
    public event Action? StagesChanged;

    /// <summary>Told after another schedule was saved: it holds from then on.</summary>
    public event Func<InstallationSchedule, Task>? ScheduleChanged;

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

    /// <summary>The codes that lists of products leave out; those every installation begins with until somebody sets others.</summary>
    public async Task<ServiceCodes> ReadServicesAsync(CancellationToken cancellationToken)
        => Services = await ReadAsync(ServicesKey, ServiceCodes.Default, cancellationToken);

    /// <summary>Which backups are made by themselves.</summary>
    public Task<InstallationBackups> ReadBackupsAsync(CancellationToken cancellationToken) => ReadAsync(BackupsKey, new InstallationBackups(), cancellationToken);

    /// <summary>Sets the default recipe.</summary>
    public Task<Result> SaveAsync(Actor actor, Recipe recipe, CancellationToken cancellationToken) => SaveAsync(actor, RecipeKey, RecipeJson.Write(recipe), cancellationToken);

    /// <summary>Sets the schedule.</summary>
    /// <exception cref="FormatException">Its expression cannot be read; the one before still holds.</exception>
    public async Task<Result> SaveAsync(Actor actor, InstallationSchedule schedule, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(schedule);
        schedule.ToCron();
        var result = await SaveAsync(actor, ScheduleKey, JsonSerializer.Serialize(schedule, s_options), cancellationToken);
        if (result.Problem is null && ScheduleChanged is { } changed)
        {
            await Task.WhenAll(changed.GetInvocationList().Cast<Func<InstallationSchedule, Task>>().Select(tell => tell(schedule)));
        }

        return result;
    }

    /// <summary>Sets the limits of stages.</summary>
    public async Task<Result> SaveAsync(Actor actor, StageSettings stages, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, StagesKey, JsonSerializer.Serialize(stages, s_options), cancellationToken);
        if (result.Problem is null)
        {
            StagesChanged?.Invoke();
        }

        return result;
    }

    /// <summary>Sets which backups are made by themselves.</summary>
    public Task<Result> SaveAsync(Actor actor, InstallationBackups backups, CancellationToken cancellationToken)
        => SaveAsync(actor, BackupsKey, JsonSerializer.Serialize(backups, s_options), cancellationToken);

    /// <summary>Notes that a backup was made; nobody set anything, and the audit hears of the backup itself.</summary>
    public Task NoteBackupAsync(InstallationBackups backups, CancellationToken cancellationToken)
        => store.SaveAsync(BackupsKey, JsonSerializer.Serialize(backups, s_options), Actor.Program.Name, time.GetUtcNow(), cancellationToken);

    /// <summary>Sets name, currency and looks.</summary>
    public async Task<Result> SaveAsync(Actor actor, InstallationGeneral general, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, GeneralKey, JsonSerializer.Serialize(general, s_options), cancellationToken);
        if (result.Problem is null)
        {
            Show(general);
        }

        return result;
    }

    /// <summary>Sets the codes that lists of products leave out.</summary>
    public async Task<Result> SaveAsync(Actor actor, ServiceCodes services, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, ServicesKey, JsonSerializer.Serialize(services, s_options), cancellationToken);
        if (result.Problem is null)
        {
            Services = services;
            Changed?.Invoke();
        }

        return result;
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

    private async Task<Result> SaveAsync(Actor actor, string key, string json, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Admin, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        var now = time.GetUtcNow();
        await store.SaveAsync(key, json, actor.Name, now, cancellationToken, new AuditEntry(0, now, actor.Name, "settings.changed", key, json));
        return Result.Done;
    }
}
