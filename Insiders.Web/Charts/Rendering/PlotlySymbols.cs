using BarPattern = Plotly.Blazor.Traces.BarLib.MarkerLib.PatternLib.ShapeEnum;
using PointSymbol = Plotly.Blazor.Traces.ScatterLib.MarkerLib.SymbolEnum;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Converts the names of shapes and textures in Plotly's script to Plotly's typed classes.</summary>
internal static class PlotlySymbols
{
    /// <summary>The shape of points.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The shape is unknown.</exception>
    public static PointSymbol Of(string symbol) => symbol switch
    {
        "circle" => PointSymbol.Circle,
        "square" => PointSymbol.Square,
        "diamond" => PointSymbol.Diamond,
        "triangle-up" => PointSymbol.TriangleUp,
        "triangle-down" => PointSymbol.TriangleDown,
        "cross" => PointSymbol.Cross,
        "x" => PointSymbol.X,
        "star" => PointSymbol.Star,
        _ => throw new ArgumentOutOfRangeException(nameof(symbol), symbol, "Unknown shape."),
    };

    /// <summary>The textures of bars; empty for a plain one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The texture is unknown.</exception>
    public static List<BarPattern?> TexturesOf(IEnumerable<string> textures)
    {
        var patterns = new List<BarPattern?>();
        foreach (var texture in textures)
        {
            patterns.Add(TextureOf(texture));
        }

        return patterns;
    }

    private static BarPattern TextureOf(string texture) => texture switch
    {
        "" => BarPattern.Empty,
        "/" => BarPattern.Slash,
        "." => BarPattern.Dot,
        "x" => BarPattern.X,
        "-" => BarPattern.Minus,
        "+" => BarPattern.Plus,
        _ => throw new ArgumentOutOfRangeException(nameof(texture), texture, "Unknown texture."),
    };
}
