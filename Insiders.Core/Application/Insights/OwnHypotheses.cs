using System.Collections.Immutable;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Core.Application.Insights;

/// <summary>The hypotheses that people of this installation wrote: a group of its settings.</summary>
/// <param name="store">The settings.</param>
public sealed class OwnHypotheses(ISettingsStore store) : IDisposable
{
    private readonly SettingsList<Hypothesis> _list = new(store, "hypotheses", InsightsJson.Default.ImmutableArrayHypothesis);

    /// <inheritdoc/>
    public void Dispose() => _list.Dispose();

    /// <summary>All of them, oldest first.</summary>
    /// <param name="cancellationToken">Cancels the query.</param>
    public Task<ImmutableArray<Hypothesis>> ListAsync(CancellationToken cancellationToken) => _list.ListAsync(cancellationToken);

    /// <summary>Changes them, with the audit entry of the change.</summary>
    internal Task<Result> ChangeAsync(Func<ImmutableArray<Hypothesis>, Result<(ImmutableArray<Hypothesis> List, AuditEntry Entry)>> change, CancellationToken cancellationToken)
        => _list.ChangeAsync(change, cancellationToken);
}
