using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Core.Application.Insights;

/// <summary>The hypotheses that people of this installation wrote: a group of its settings.</summary>
/// <param name="store">The settings.</param>
public sealed class OwnHypotheses(ISettingsStore store)
{
    private const string Key = "hypotheses";

    /// <summary>All of them, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public async Task<ImmutableArray<Hypothesis>> ListAsync(CancellationToken cancellationToken)
        => await store.FindAsync(Key, cancellationToken) is { } json && JsonSerializer.Deserialize(json, InsightsJson.Default.ImmutableArrayHypothesis) is { IsDefault: false } own ? own : [];

    /// <summary>Keeps them, with the audit entry of the change.</summary>
    internal Task SaveAsync(ImmutableArray<Hypothesis> own, AuditEntry entry, CancellationToken cancellationToken)
        => store.SaveAsync(Key, JsonSerializer.Serialize(own, InsightsJson.Default.ImmutableArrayHypothesis), entry.Actor, entry.At, cancellationToken, entry);
}
