using Insiders.Web.Charts.Rendering;

namespace Insiders.Web.Charts.Interop;

/// <summary>Figures that a page brings along when it comes whole, so that the browser draws them before the page has connected.</summary>
public static class EarlyFigure
{
    /// <summary>Figures of many thousand points are sent once only, when the page has connected: twice would take longer than it saves.</summary>
    private const int MostLetters = 200_000;

    /// <summary>What a page brings along, as the browser reads it; null where the figure is too large for it.</summary>
    public static string? Of(PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.ToJson() is { Length: <= MostLetters } json ? json : null;
    }
}
