using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Audit;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Learning;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Application.Settings;

/// <summary>Reads and changes the settings of this installation, one record per group. Only administrators change them, and the audit records it.</summary>
public sealed class SettingsService(ISettingsStore store, AccessCheck access, TimeProvider time, Lazy<MethodCatalog>? methods = null)
{
    private const string RecipeKey = "recipe";
    private const string ScheduleKey = "schedule";
    private const string GeneralKey = "general";
    private const string StagesKey = "stages";
    private const string ServicesKey = "services";
    private const string BackupsKey = "backups";
    private const string RetentionKey = "retention";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>Raised after the name, currency, appearance or service codes have changed.</summary>
    public event Action? Changed;

    /// <summary>Raised after the stage limits have changed, so that what is derived from the published run is recomputed.</summary>
    public event Action? StagesChanged;

    /// <summary>Raised after a schedule was saved; it takes effect at once.</summary>
    public event Func<InstallationSchedule, Task>? ScheduleChanged;

    /// <summary>Name, currency and appearance as last read or saved, cached because every full page load needs them.</summary>
    public InstallationGeneral General { get; private set; } = new();

    /// <summary>The product codes that product lists leave out, as last read or saved.</summary>
    public ServiceCodes Services { get; private set; } = ServiceCodes.Default;

    /// <summary>Whether <see cref="Changed"/> has a subscriber.</summary>
    internal bool HasListeners => Changed is not null;

    /// <summary>The default recipe of new and scheduled runs; where none is stored, by an earlier version, the study's.</summary>
    public async Task<Recipe> ReadRecipeAsync(CancellationToken cancellationToken)
        => await store.FindAsync(RecipeKey, cancellationToken) is { } json ? RecipeJson.Read(json, methods?.Value) : Recipe.Study;

    /// <summary>When scheduled runs start.</summary>
    public Task<InstallationSchedule> ReadScheduleAsync(CancellationToken cancellationToken) => ReadAsync(ScheduleKey, new InstallationSchedule(), cancellationToken);

    /// <summary>Name, currency and appearance.</summary>
    public async Task<InstallationGeneral> ReadGeneralAsync(CancellationToken cancellationToken)
        => Show(await ReadAsync(GeneralKey, new InstallationGeneral(), cancellationToken));

    /// <summary>The stage limits an administrator set; derived from the ledger until then.</summary>
    public Task<StageSettings> ReadStagesAsync(CancellationToken cancellationToken) => ReadAsync(StagesKey, StageSettings.FromLedger, cancellationToken);

    /// <summary>The product codes that product lists leave out; the built-in ones until an administrator sets others.</summary>
    public async Task<ServiceCodes> ReadServicesAsync(CancellationToken cancellationToken)
        => Services = await ReadAsync(ServicesKey, ServiceCodes.Default, cancellationToken);

    /// <summary>Settings of the automatic backups.</summary>
    public Task<InstallationBackups> ReadBackupsAsync(CancellationToken cancellationToken) => ReadAsync(BackupsKey, new InstallationBackups(), cancellationToken);

    /// <summary>How many runs keep the figures of their customers.</summary>
    public Task<InstallationRetention> ReadRetentionAsync(CancellationToken cancellationToken) => ReadAsync(RetentionKey, new InstallationRetention(), cancellationToken);

    /// <summary>Gives a new installation its default recipe; one that has a recipe keeps it. The program does this, so the audit has no entry.</summary>
    public async Task StartWithAsync(Recipe recipe, CancellationToken cancellationToken)
    {
        if (await store.FindAsync(RecipeKey, cancellationToken) is null)
        {
            await store.SaveAsync(RecipeKey, RecipeJson.Write(recipe), Actor.Program.Name, time.GetUtcNow(), cancellationToken);
        }
    }

    /// <summary>Sets the default recipe.</summary>
    public Task<Result> SaveAsync(Actor actor, Recipe recipe, CancellationToken cancellationToken) => SaveAsync(actor, RecipeKey, RecipeJson.Write(recipe), cancellationToken);

    /// <summary>Sets the schedule.</summary>
    /// <exception cref="FormatException">The expression cannot be parsed; the previous schedule stays in effect.</exception>
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

    /// <summary>Sets the stage limits.</summary>
    public async Task<Result> SaveAsync(Actor actor, StageSettings stages, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, StagesKey, JsonSerializer.Serialize(stages, s_options), cancellationToken);
        if (result.Problem is null)
        {
            StagesChanged?.Invoke();
        }

        return result;
    }

    /// <summary>Sets the automatic backups.</summary>
    public Task<Result> SaveAsync(Actor actor, InstallationBackups backups, CancellationToken cancellationToken)
        => SaveAsync(actor, BackupsKey, JsonSerializer.Serialize(backups, s_options), cancellationToken);

    /// <summary>Sets how many runs keep the figures of their customers; <see cref="Runs.RunRetentionService"/> removes the others.</summary>
    public Task<Result> SaveAsync(Actor actor, InstallationRetention retention, CancellationToken cancellationToken)
        => SaveAsync(actor, RetentionKey, JsonSerializer.Serialize(retention, s_options), cancellationToken);

    /// <summary>Records that an automatic backup was made. This writes no audit entry, because the backup itself has one.</summary>
    public Task NoteBackupAsync(InstallationBackups backups, CancellationToken cancellationToken)
        => store.SaveAsync(BackupsKey, JsonSerializer.Serialize(backups, s_options), Actor.Program.Name, time.GetUtcNow(), cancellationToken);

    /// <summary>Sets name, currency and appearance.</summary>
    public async Task<Result> SaveAsync(Actor actor, InstallationGeneral general, CancellationToken cancellationToken)
    {
        var result = await SaveAsync(actor, GeneralKey, JsonSerializer.Serialize(general, s_options), cancellationToken);
        if (result.Problem is null)
        {
            Show(general);
        }

        return result;
    }

    /// <summary>Sets the product codes that product lists leave out.</summary>
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

    /// <summary>Reads every setting, to check that all of them can be read.</summary>
    /// <exception cref="Exception">A setting cannot be read; the type depends on the setting.</exception>
    public async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        await ReadRecipeAsync(cancellationToken);
        (await ReadScheduleAsync(cancellationToken)).ToCron();
        await ReadGeneralAsync(cancellationToken);
        await ReadStagesAsync(cancellationToken);
        await ReadServicesAsync(cancellationToken);
        await ReadBackupsAsync(cancellationToken);
        await ReadRetentionAsync(cancellationToken);
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
