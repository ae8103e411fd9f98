using Insiders.Web.Charts.Rendering;

namespace Insiders.Web.Charts.Interop;

/// <summary>Figures embedded in a page's HTML, so that the browser draws them before the page connects.</summary>
public static class EarlyFigure
{
    /// <summary>Largest figure to embed. Larger ones are sent only once the page has connected, because sending them twice costs more than it saves.</summary>
    private const int MostLetters = 200_000;

    /// <summary>The JSON to embed; null when the figure is too large.</summary>
    public static string? Of(PlotlyFigure figure)
    {
        ArgumentNullException.ThrowIfNull(figure);
        return figure.ToJson() is { Length: <= MostLetters } json ? json : null;
    }
}
