using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Rendering;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Fixtures;

/// <summary>A figure and its JSON for the browser.</summary>
/// <param name="Figure">The figure itself.</param>
/// <param name="Traces">The traces.</param>
/// <param name="Layout">The layout.</param>
/// <param name="Config">The configuration.</param>
internal sealed record DrawnFigure(PlotlyFigure Figure, ImmutableArray<JsonNode> Traces, JsonNode Layout, JsonNode Config)
{
    /// <summary>Draws a chart.</summary>
    public static DrawnFigure Of(ChartSpec spec, bool dark = false, CultureInfo? culture = null) => Of(PlotlyFigure.Of(spec, dark, culture ?? CultureInfo.InvariantCulture));

    /// <summary>Reads a figure.</summary>
    public static DrawnFigure Of(PlotlyFigure figure)
    {
        var json = JsonNode.Parse(figure.ToJson())!;
        return new(figure, [.. json["data"]!.AsArray().Select(trace => trace!)], json["layout"]!, json["config"]!);
    }

    /// <summary>The key of a point.</summary>
    public string? KeyAt(int trace, int point) => Figure.KeyAt(trace, point);
}
