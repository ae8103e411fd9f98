using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Insights;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Application.Settings;
using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Customers.Periods;
using Insiders.Core.Customers.ReturnedGoods;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>Finds returns, the tree of revenue, and cohorts of the published run.</summary>
public sealed class FiguresLoader(PublishedRunCache runs, RunAnalysisService analyses, LifeCycleAnalysis lifeCycle, SettingsService settings)
{
    /// <summary>Who returns what; null until a run is published.</summary>
    /// <param name="query">The address.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<ReturnsViewModel?> FindReturnsAsync(AddressQuery query, CancellationToken cancellationToken)
    {
        if (await ScopeAsync(query, cancellationToken) is not { } scope)
        {
            return null;
        }

        return new(
            scope, ReturnsSummary.IsKnownOf(scope.Customers) ? ReturnsSummary.Of(scope.Customers, scope.Rows) : null, scope.Published.Sales is { } sales ? settings.Services.Split(await sales.ReturnedProductsAsync(scope.Rows, cancellationToken)) : null);
    }

    /// <summary>Why revenue changed; null until a run is published.</summary>
    /// <param name="query">The address.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<TreeViewModel?> FindTreeAsync(AddressQuery query, CancellationToken cancellationToken)
    {
        if (await ScopeAsync(query, cancellationToken) is not { } scope)
        {
            return null;
        }

        var comparison = PeriodAddress.Read(query, scope.Published.Coverage);
        return new(scope, comparison, scope.Customers.Days is { } days ? PeriodTree.Of(days, comparison, scope.Rows) : null);
    }

    /// <summary>Who came back, and the stages over time; null until a run is published.</summary>
    /// <param name="query">The address.</param>
    /// <param name="cancellationToken">Cancels the queries.</param>
    public async Task<CohortsViewModel?> FindCohortsAsync(AddressQuery query, CancellationToken cancellationToken)
    {
        if (await ScopeAsync(query, cancellationToken) is not { } scope)
        {
            return null;
        }

        var grid = scope.Customers.Days is { } days ? CohortGrid.Of(days, scope.Published.Coverage, scope.IsAsked()) : null;
        var life = await Task.Run(() => analyses.FindAsync(lifeCycle, scope.Published, cancellationToken), cancellationToken);
        return new(scope, CohortsQuery.Read(query), grid, life);
    }

    private async Task<InsightsScope?> ScopeAsync(AddressQuery query, CancellationToken cancellationToken)
        => await runs.FindAsync(cancellationToken) is { } run ? InsightsScope.Read(run, query) : null;
}
