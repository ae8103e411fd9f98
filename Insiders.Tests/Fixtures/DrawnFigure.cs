using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Rendering;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Fixtures;

/// <summary>A figure as the browser reads it.</summary>
/// <param name="Figure">The figure itself.</param>
/// <param name="Traces">What is drawn.</param>
/// <param name="Layout">Around it.</param>
/// <param name="Config">How it behaves.</param>
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

    /// <summary>What a point picks.</summary>
    public string? KeyAt(int trace, int point) => Figure.KeyAt(trace, point);
}
