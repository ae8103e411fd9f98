namespace Insiders.Web.Charts.Rendering;

/// <summary>The Plotly script that draws a figure.</summary>
public enum PlotlyLibrary
{
    /// <summary>The small script with bars and lines, loaded by every interactive page.</summary>
    Basic,

    /// <summary>The full script, four times as large, which a page loads after its other charts are drawn.</summary>
    Full,
}
