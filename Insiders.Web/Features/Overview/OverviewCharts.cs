using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Overview;

/// <summary>The charts of the overview, built once per figures: a chart is drawn anew whenever it is another.</summary>
/// <param name="Bars">Revenue by segment.</param>
/// <param name="Months">Revenue by month; null when the sales of the run are not known.</param>
/// <param name="Concentration">What the best customers hold.</param>
/// <param name="Revenue">Revenue of the period; null when the sales of the run are not known.</param>
public sealed record OverviewCharts(BarChart Bars, BarChart? Months, LineChart Concentration, LineChart? Revenue)
{
    /// <summary>Builds them.</summary>
    /// <param name="figures">The figures.</param>
    /// <param name="addressOf">The address of the page under other conditions.</param>
    public static OverviewCharts Build(OverviewSummary figures, Func<CustomerFilter, string> addressOf)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return new(
            RevenueBars.Build(figures.Summary, addressOf),
            figures.Base.Customers.Months is null ? null : MonthColumns.Build(figures.Summary, figures.Base.Customers, figures.Base.IsPartial, addressOf),
            ConcentrationLine.Build(figures.Summary, addressOf),
            figures.Period is { } period ? RevenueLine.Build(period) : null);
    }
}
