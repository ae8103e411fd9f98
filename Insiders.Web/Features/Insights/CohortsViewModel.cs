using Insiders.Core.Customers.Cohorts;

namespace Insiders.Web.Features.Insights;

/// <summary>Who came back, and the stages over time.</summary>
/// <param name="Scope">Whom the cohorts are about.</param>
/// <param name="Query">What is asked for.</param>
/// <param name="Grid">The cohorts; null where the sales are no longer stored.</param>
/// <param name="Life">The stages of all customers over time.</param>
public sealed record CohortsViewModel(InsightsScope Scope, CohortsQuery Query, CohortGrid? Grid, LifeCycle Life)
{
    /// <summary>True when some cohort has a month after its first.</summary>
    public bool HasLater => Grid is { } grid && grid.Cohorts.Any(cohort => cohort.Active.Length > 1);

    /// <summary>The longest interval that some cohort has.</summary>
    public int Longest => Grid is { Cohorts: [var first, ..] } ? first.Active.Length - 1 : 0;
}
