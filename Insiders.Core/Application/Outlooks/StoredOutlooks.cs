using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Outlooks;

/// <summary>What is expected of customers, as far as it is stored already: nothing is computed here.</summary>
public sealed class StoredOutlooks
{
    private readonly RunAnalysisService _analyses;
    private readonly PurchaseOutlookAnalysis _analysis;

    /// <summary>Listens to what is stored.</summary>
    public StoredOutlooks(RunAnalysisService analyses, PurchaseOutlookAnalysis analysis)
    {
        ArgumentNullException.ThrowIfNull(analyses);
        (_analyses, _analysis) = (analyses, analysis);
        analyses.Stored += key =>
        {
            if (key == PurchaseOutlookAnalysis.Name)
            {
                Computed?.Invoke();
            }
        };
    }

    /// <summary>Raised when there is something new to read.</summary>
    public event Action? Computed;

    /// <summary>What is expected of a run; null while that is not computed.</summary>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the query.</param>
    public Task<BaseOutlook?> FindAsync(PublishedRun run, CancellationToken cancellationToken) => _analyses.FindStoredAsync(_analysis, run, cancellationToken);
}
