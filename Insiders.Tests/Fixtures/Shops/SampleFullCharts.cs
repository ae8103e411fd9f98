using System.Collections.Immutable;
using System.Globalization;
using Insiders.Web.Charts.Rendering;
using Plotly.Blazor;
using Plotly.Blazor.Traces;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Figures of kinds that the small library lacks, with names that would do harm if they were interpreted.</summary>
internal static class SampleFullCharts
{
    private static readonly string s_markup = PlotlyText.Encode(SampleCharts.Markup);

    /// <summary>One of each kind.</summary>
    public static ImmutableArray<PlotlyFigure> All => [Flow, Tree, Spread];

    /// <summary>A flow of customers from one segment to two.</summary>
    public static PlotlyFigure Flow => Of(new Sankey
    {
        Node = new() { Label = [s_markup, "Insiders", "Lost"], ColorArray = ["#0072B2", "#E69F00", "#7d9aa5"] },
        Link = new() { Source = [0, 0], Target = [1, 2], Value = [8, 2.5], ColorArray = ["rgba(0,114,178,0.4)", "rgba(0,114,178,0.4)"] },
    });

    /// <summary>Revenue in parts.</summary>
    public static PlotlyFigure Tree => Of(new TreeMap { Labels = ["all", s_markup, "Insiders"], Parents = ["", "all", "all"], Values = [10, 7, 3] });

    /// <summary>A distribution of values.</summary>
    public static PlotlyFigure Spread => Of(new Violin { Name = s_markup, Y = [1, 2, 2, 3, 8] });

    private static PlotlyFigure Of(ITrace trace)
    {
        var frame = new PlotlyFrame(IsDark: false, CultureInfo.InvariantCulture);
        return new([new(trace, [])], frame.Layout(SampleCharts.Grid, hasLegend: false), frame.Config());
    }
}
