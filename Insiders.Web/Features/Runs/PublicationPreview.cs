using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Runs;
using Insiders.Core.Customers;

namespace Insiders.Web.Features.Runs;

/// <summary>What publishing a run would change on pages.</summary>
/// <param name="Shown">The published run; null when there is none.</param>
/// <param name="Next">The run to publish.</param>
/// <param name="Changes">The changes from the published run to the next; null when there is no published run.</param>
public sealed record PublicationPreview(RunSummary? Shown, RunSummary Next, RunComparison? Changes)
{
    /// <summary>Reads the preview.</summary>
    /// <exception cref="InvalidOperationException">The run does not exist or has no result.</exception>
    /// <remarks>Reads the next run's customers: 0.1 s for 4,312, a few seconds for 200,000.</remarks>
    public static async Task<PublicationPreview> ReadAsync(IRunStore store, PublishedRunCache published, long runId, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(store);
        ArgumentNullException.ThrowIfNull(published);
        if (await store.FindRunAsync(runId, cancellationToken) is not { Cleaning: { } cleaning, Summary: var next })
        {
            throw new InvalidOperationException($"Run {runId} has no result.");
        }

        if (await published.FindAsync(cancellationToken) is not { } shown)
        {
            return new(null, next, null);
        }

        var segments = await store.ListShownSegmentsAsync(runId, cancellationToken);
        var customers = new CustomerTable(await store.ReadCustomersAsync(runId, cancellationToken), segments);
        var ledger = LedgerSpan.Of(cleaning, next.LedgerFingerprint).From(LedgerSpan.Of(shown.Cleaning, shown.Run.Run.LedgerFingerprint));
        return new(shown.Run.Run, next, RunComparison.Of(shown.Customers, customers, ledger));
    }
}
