using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview;

/// <summary>What the overview draws.</summary>
/// <param name="Summary">Its figures.</param>
/// <param name="Charts">Their charts.</param>
public sealed record OverviewViewModel(OverviewSummary Summary, OverviewCharts Charts)
{
    /// <summary>What narrows both.</summary>
    public ExportScope Scope { get; } = new(() => Summary.Conditions());
}
