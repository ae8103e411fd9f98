using System.Text.Json;
using System.Text.Json.Serialization;
using Insiders.Core.Storage;

namespace Insiders.Web.Worker;

/// <summary>Remembers what became of the schedule's last time: one that was skipped leaves no run to look at.</summary>
public sealed class ScheduleHistory(SettingsStore store, TimeProvider time)
{
    private const string Key = "schedule.last";

    private static readonly JsonSerializerOptions s_options = new() { Converters = { new JsonStringEnumConverter() } };

    /// <summary>The last time; null when there was none.</summary>
    public async Task<ScheduledOutcome?> FindAsync(CancellationToken cancellationToken)
        => await store.FindAsync(Key, cancellationToken) is { } json ? JsonSerializer.Deserialize<ScheduledOutcome>(json, s_options) : null;

    /// <summary>Remembers what has just happened.</summary>
    public Task NoteAsync(ScheduledOutcomeKind kind, long? runId, CancellationToken cancellationToken)
        => store.SaveAsync(Key, JsonSerializer.Serialize(new ScheduledOutcome(time.GetUtcNow(), kind, runId), s_options), ScheduledRuns.Requester, time.GetUtcNow(), cancellationToken);
}
