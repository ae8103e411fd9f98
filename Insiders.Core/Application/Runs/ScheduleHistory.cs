using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Settings;

namespace Insiders.Core.Application.Runs;

/// <summary>Records the outcome of the schedule's last trigger, because a skipped one leaves no run behind.</summary>
public sealed class ScheduleHistory(ISettingsStore store, IRunStore runs, TimeProvider time)
{
    private const string Key = "schedule.last";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last outcome; null when the schedule was never triggered.</summary>
    /// <remarks>A scheduled run newer than the recorded outcome counts too: the process was killed before it could record it.</remarks>
    public async Task<ScheduledOutcome?> FindAsync(CancellationToken cancellationToken)
    {
        var noted = await store.FindAsync(Key, cancellationToken) is { } json ? JsonSerializer.Deserialize<ScheduledOutcome>(json, s_options) : null;
        var ordered = (await runs.ListRunsAsync(cancellationToken)).FirstOrDefault(run => run.RequestedBy == Actor.Schedule.Name && run.RestartOf is null);
        return ordered is not null && !(ordered.QueuedAt <= noted?.At) ? new ScheduledOutcome(ordered.QueuedAt, ScheduledOutcomeKind.Started, ordered.Id) : noted;
    }

    /// <summary>Records an outcome at the current time.</summary>
    public Task NoteAsync(ScheduledOutcomeKind kind, long? runId, CancellationToken cancellationToken)
        => store.SaveAsync(Key, JsonSerializer.Serialize(new ScheduledOutcome(time.GetUtcNow(), kind, runId), s_options), Actor.Schedule.Name, time.GetUtcNow(), cancellationToken);
}
