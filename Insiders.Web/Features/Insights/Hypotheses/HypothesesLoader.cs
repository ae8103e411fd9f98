using System.Collections.Immutable;
using Insiders.Core.Application.Insights;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>Finds the hypotheses about the published run.</summary>
public sealed class HypothesesLoader(PublishedRunCache runs, HypothesisService hypotheses, TimeProvider time)
{
    // A page that says it is being computed is worth more than one that shows nothing.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);

    /// <summary>Everything, however long it takes to compute: what a file holds; null until a run is published.</summary>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<HypothesesViewModel?> FindWholeAsync(CancellationToken cancellationToken)
        => await runs.FindAsync(cancellationToken) is { } run ? new(run, await AskAsync(run, cancellationToken)) : null;

    /// <summary>The page, which may say that it has to wait; null until a run is published.</summary>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<HypothesesViewModel?> FindAsync(CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        var asked = AskAsync(run, cancellationToken);
        await Task.WhenAny(asked, Task.Delay(s_patience, time, cancellationToken));
        return new(run, asked.IsCompleted ? await asked : []);
    }

    // What is not stored is computed on another thread, for whoever asks first.
    private Task<ImmutableArray<HypothesisVerdict>> AskAsync(PublishedRun run, CancellationToken cancellationToken)
        => Task.Run(() => hypotheses.FindAsync(run, cancellationToken), cancellationToken);
}
