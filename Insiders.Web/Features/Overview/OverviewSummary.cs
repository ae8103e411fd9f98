using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Overview;

/// <summary>What the overview shows of the published run, under the conditions of its address.</summary>
public sealed record OverviewSummary
{
    /// <summary>The published run.</summary>
    public required PublishedRun Base { get; init; }

    /// <summary>Its customers who meet the conditions, in figures.</summary>
    public required BaseSummary Summary { get; init; }

    /// <summary>The run before; null when this is the first that was published.</summary>
    public EarlierRun? Earlier { get; init; }

    /// <summary>The run before under the same conditions; null when there is none, or it cannot be asked about a month.</summary>
    public BaseSummary? Before { get; init; }

    /// <summary>How its customers who meet the conditions do in a period; null when the sales of the run are not known.</summary>
    public OverviewPeriod? Period { get; init; }

    /// <summary>How old ledger and run are.</summary>
    public required OverviewFreshness Freshness { get; init; }

    /// <summary>True when every sale comes from the generated shop.</summary>
    public required bool IsDemo { get; init; }

    /// <summary>The conditions.</summary>
    public CustomerFilter Filter => Summary.Filter;

    /// <summary>The conditions in words, as chips have them: what files of the page are named by.</summary>
    public IEnumerable<string> Conditions() => FilterText.Of(Filter, Base.Customers).Select(condition => condition.Text);
}
