using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;

namespace Insiders.Core.Application.Outlooks;

/// <summary>How the revenue of the published run goes on, by week and by month.</summary>
public sealed class RevenueForecastAnalysis() : RunAnalysis<RevenueForecasts>(Name, 2, OutlookJson.Default.RevenueForecasts)
{
    /// <summary>Its key.</summary>
    public const string Name = "revenue-forecasts";

    /// <inheritdoc/>
    public override Task<RevenueForecasts> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        return Task.FromResult(RevenueForecasts.Of(run.Customers, run.Coverage, progress, cancellationToken));
    }
}
