using Microsoft.AspNetCore.Components;

namespace Insiders.Web.Charts;

/// <summary>A figure that a page brings along when it comes whole, so that the browser draws it before the page has connected.</summary>
/// <param name="Json">The figure.</param>
/// <param name="Library">Address of what draws it.</param>
public sealed record EarlyFigure(string Json, string Library)
{
    /// <summary>Figures of many thousand points are sent once only, when the page has connected: twice would take longer than it saves.</summary>
    private const int MostLetters = 200_000;

    /// <summary>What a page brings along; null where the figure is too large for it.</summary>
    public static EarlyFigure? Of(PlotlyFigure figure, ResourceAssetCollection assets)
        => figure.ToJson() is { Length: <= MostLetters } json ? new EarlyFigure(json, assets[PlotlyFigure.Library]) : null;
}
