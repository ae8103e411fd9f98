using Insiders.Web.Exports;

namespace Insiders.Web.Features.Overview;

/// <summary>What the overview draws.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Charts">Their charts.</param>
public sealed record OverviewView(OverviewFigures Figures, OverviewCharts Charts)
{
    /// <summary>What narrows both.</summary>
    public ExportScope Scope { get; } = new(() => Figures.Conditions());
}
