using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Insights;

/// <summary>What each factor of revenue changed, as bars to both sides.</summary>
public static class TreeChart
{
    private const string More = "#0072B2";
    private const string Less = "#D55E00";
    private const double TextRoom = 0.55;

    /// <summary>Builds the chart.</summary>
    public static BarChart Build(PeriodTree tree)
    {
        ArgumentNullException.ThrowIfNull(tree);
        ImmutableArray<(string Name, double Amount)> parts =
        [
            .. TreeText.FactorsOf(tree.Change).Select(factor => (factor.Name, factor.Contribution)),
            (Texts.TreeTotal, tree.Change.Total),
        ];

        // Room for the texts beside the bars: on a telephone they would lie on the labels, or be cut.
        var (least, most) = (parts.Min(part => part.Amount), parts.Max(part => part.Amount));
        var room = TextRoom * (Math.Max(most, 0) - Math.Min(least, 0));
        return new()
        {
            Title = Texts.TreeChartTitle,
            FileName = "revenue-tree",
            LabelTitle = Texts.TreeFactor,
            Values = ChartAxis.Money(Texts.TreeContribution) with { From = least < 0 ? least - room : null, To = most > 0 ? most + room : null },
            Series = [new(Texts.TreeContribution, More, [.. parts.Select(part => new BarItem(part.Name, Math.Round(part.Amount, 2), PeriodText.Difference(part.Amount), $"{part.Name}: {PeriodText.Difference(part.Amount)}") { Colour = part.Amount < 0 ? Less : More })])],
            Table = new([Texts.TreeFactor, Texts.TreeContribution], [.. parts.Select(part => new ChartRow([ChartCell.Of(part.Name), ChartCell.Money(part.Amount)]))]),
        };
    }
}
