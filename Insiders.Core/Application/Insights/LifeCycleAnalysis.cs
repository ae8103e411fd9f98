using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Cohorts;

namespace Insiders.Core.Application.Insights;

/// <summary>The stages of the published run's customers at the end of every month; without months where its sales are no longer stored.</summary>
public sealed class LifeCycleAnalysis() : RunAnalysis<LifeCycle>(Name, 1, InsightsJson.Default.LifeCycle)
{
    /// <summary>Its key.</summary>
    public const string Name = "life-cycle";

    /// <inheritdoc/>
    public override Task<LifeCycle> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Task.FromResult(run.Customers is { Days: { } days, Stages: { } stages } ? LifeCycle.Of(days, run.Coverage, stages.Limits, progress, cancellationToken) : new LifeCycle([]));
    }
}
