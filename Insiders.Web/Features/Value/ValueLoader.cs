using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Outlooks;
using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Web.Features.Value;

/// <summary>Finds what is expected of the published run.</summary>
public sealed class ValueLoader(PublishedRunCache runs, RunAnalysisService analyses, PurchaseOutlookAnalysis outlook, RevenueForecastAnalysis forecasts, ProgrammeOutlookService programme, TimeProvider time)
{
    // A page that says it is being computed is worth more than one that shows nothing.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(600);

    /// <summary>Everything, however long it takes to compute: what a file holds; null until a run is published.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async Task<ValueViewModel?> FindWholeAsync(ValueQuery query, CancellationToken cancellationToken)
    {
        if (await runs.FindAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        var (expected, continued) = (await Task.Run(() => analyses.FindAsync(outlook, run, cancellationToken), cancellationToken), await Task.Run(() => analyses.FindAsync(forecasts, run, cancellationToken), cancellationToken));
        return new(run, query, expected, continued, await programme.FindAsync(run, expected, cancellationToken));
    }

    /// <summary>The page; null until a run is published.</summary>
    /// <param name="query">What is asked for.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<ValueViewModel?> FindAsync(ValueQuery query, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (await runs.FindAsync(cancellationToken) is not { } run)
        {
            return null;
        }

        // What is not stored is computed on another thread, for whoever asks first.
        var (expected, continued) = (Task.Run(() => analyses.FindAsync(outlook, run, cancellationToken), cancellationToken), Task.Run(() => analyses.FindAsync(forecasts, run, cancellationToken), cancellationToken));
        await Task.WhenAny(Task.WhenAll(expected, continued), Task.Delay(s_patience, time, cancellationToken));
        var known = expected.IsCompleted ? await expected : null;
        return new(run, query, known, continued.IsCompleted ? await continued : null, await programme.FindAsync(run, known, cancellationToken));
    }
}
