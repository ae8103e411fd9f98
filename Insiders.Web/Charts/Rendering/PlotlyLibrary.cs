namespace Insiders.Web.Charts.Rendering;

/// <summary>Which script of Plotly draws a figure.</summary>
public enum PlotlyLibrary
{
    /// <summary>The small one, of bars and lines, which every page that connects brings along.</summary>
    Basic,

    /// <summary>The whole one, four times as large, which a page asks for once its other charts stand.</summary>
    Full,
}
