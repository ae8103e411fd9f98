using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Core.Application.Outlooks;

/// <summary>What the customers of the published run are expected to do.</summary>
public sealed class PurchaseOutlookAnalysis() : RunAnalysis<BaseOutlook>(Name, 2, OutlookJson.Default.BaseOutlook)
{
    /// <summary>Its key.</summary>
    public const string Name = "purchase-outlook";

    /// <inheritdoc/>
    public override Task<BaseOutlook> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Task.FromResult(OutlookBuilder.Build(run.Customers, run.Cleaning.FirstDate, run.Cleaning.LastDate, progress, cancellationToken));
    }
}
