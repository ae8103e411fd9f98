using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Settings;

namespace Insiders.Core.Application.Runs;

/// <summary>Remembers what became of the schedule's last time: one that was skipped leaves no run to look at.</summary>
public sealed class ScheduleHistory(ISettingsStore store, IRunStore runs, TimeProvider time)
{
    private const string Key = "schedule.last";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last time; null when there was none.</summary>
    /// <remarks>A run that was ordered after what is remembered tells as much: the process was killed between the two.</remarks>
    public async Task<ScheduledOutcome?> FindAsync(CancellationToken cancellationToken)
    {
        var noted = await store.FindAsync(Key, cancellationToken) is { } json ? JsonSerializer.Deserialize<ScheduledOutcome>(json, s_options) : null;
        var ordered = (await runs.ListRunsAsync(cancellationToken)).FirstOrDefault(run => run.RequestedBy == Actor.Schedule.Name && run.RestartOf is null);
        return ordered is not null && !(ordered.QueuedAt <= noted?.At) ? new ScheduledOutcome(ordered.QueuedAt, ScheduledOutcomeKind.Started, ordered.Id) : noted;
    }

    /// <summary>Remembers what has just happened.</summary>
    public Task NoteAsync(ScheduledOutcomeKind kind, long? runId, CancellationToken cancellationToken)
        => store.SaveAsync(Key, JsonSerializer.Serialize(new ScheduledOutcome(time.GetUtcNow(), kind, runId), s_options), Actor.Schedule.Name, time.GetUtcNow(), cancellationToken);
}
