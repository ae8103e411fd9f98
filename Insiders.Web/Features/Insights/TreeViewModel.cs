using Insiders.Core.Customers.Periods;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Insights;

/// <summary>Why revenue changed.</summary>
/// <param name="Scope">Whom it is about.</param>
/// <param name="Comparison">The two periods.</param>
/// <param name="Tree">The change taken apart; null where there is nothing to compare with, or the sales are no longer stored.</param>
public sealed record TreeViewModel(InsightsScope Scope, PeriodComparison Comparison, PeriodTree? Tree)
{
    /// <summary>Customers in the table on the page; files have all.</summary>
    public const int Shown = 20;

    /// <summary>The days of the run.</summary>
    public PeriodCoverage Coverage => Scope.Published.Coverage;

    /// <summary>The page with another period.</summary>
    public string With(Period period) => PeriodAddress.WithPeriod(Scope.Query, period, Coverage).To(InsightsTab.Revenue);

    /// <summary>The page compared with something else.</summary>
    public string With(ComparisonKind kind) => PeriodAddress.WithKind(Scope.Query, kind).To(InsightsTab.Revenue);

    /// <summary>The page compared with a period of one's own.</summary>
    public string WithOwn(Period own) => PeriodAddress.WithOwn(Scope.Query, own).To(InsightsTab.Revenue);
}
