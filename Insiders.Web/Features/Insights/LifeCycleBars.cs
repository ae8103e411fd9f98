using Insiders.Core.Customers.Cohorts;
using Insiders.Core.Segments.Stages;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Insights;

/// <summary>The stages of all customers at the end of every month, stacked.</summary>
public static class LifeCycleBars
{
    // From the newest to the lost: blue and green are well, orange and red are not, grey is gone.
    private static readonly string[] s_colours = ["#56B4E9", "#009E73", "#E69F00", "#D55E00", "#8A8F98"];

    /// <summary>Builds the chart.</summary>
    public static BarChart Build(LifeCycle life)
    {
        ArgumentNullException.ThrowIfNull(life);
        var stages = Enum.GetValues<CustomerStage>();
        return new()
        {
            Title = Texts.LifeTitle,
            FileName = "life-cycle",
            LabelTitle = Texts.LifeMonth,
            Values = new ChartAxis(Texts.KpiCustomers) { Ticks = TickStyle.Whole },
            IsUpright = true,
            Series =
            [
                .. stages.Select(stage => new BarSeries(
                    SegmentText.NameOf(stage), s_colours[(int)stage],
                    [.. life.Months.Select(month => new BarItem(Format.ShortMonth(month.Day), month.Of(stage), Format.Whole(month.Of(stage)), $"{Format.Day(month.Day)}, {SegmentText.NameOf(stage)}: {Format.Whole(month.Of(stage))}"))])),
            ],
            Table = new(
                [Texts.LifeMonth, .. stages.Select(stage => SegmentText.NameOf(stage))],
                [.. life.Months.Select(month => new ChartRow([ChartCell.Day(month.Day), .. stages.Select(stage => ChartCell.Whole(month.Of(stage)))]))]),
        };
    }
}
