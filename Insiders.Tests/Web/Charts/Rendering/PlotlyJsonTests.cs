using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Rendering;
using Plotly.Blazor;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;

namespace Insiders.Tests.Web.Charts.Rendering;

/// <summary>The package's own serialiser says what its typed classes mean.</summary>
public sealed class PlotlyJsonTests
{
    // As the package sets up its own, which it keeps to itself.
    private static readonly JsonSerializerOptions s_package = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new PolymorphicConverter<ITrace>(), new DateTimeConverter(), new DateTimeOffsetConverter() },
    };

    [Fact]
    public void Every_figure_is_written_as_the_package_writes_it()
        => Assert.All(SampleCharts.All.Select(spec => PlotlyFigure.Of(spec, dark: false, CultureInfo.InvariantCulture)).Concat(SampleFullCharts.All), IsAsByThePackage);

    [Fact]
    public void Choices_flags_and_second_axes_are_written_as_the_package_writes_them()
    {
        var trace = new Scatter
        {
            Mode = ModeFlag.Lines | ModeFlag.Text,
            HoverInfoArray = [HoverInfoFlag.X | HoverInfoFlag.Name, null],
            Visible = VisibleEnum.LegendOnly,
            Y = [double.Epsilon, 0.1m, 3, true, null, "2"],
        };
        var layout = new Layout { HoverMode = HoverModeEnum.False, XAxis = [new() { AutoMargin = Plotly.Blazor.LayoutLib.XAxisLib.AutoMarginFlag.True }, new() { Overlaying = "x" }] };

        IsAsByThePackage(new([new(trace, [])], layout, new Config()));
    }

    private static void IsAsByThePackage(PlotlyFigure figure)
    {
        var ours = JsonNode.Parse(figure.ToJson())!;

        Assert.All(figure.Traces.Zip(ours["data"]!.AsArray()), pair => Same(JsonSerializer.Serialize(pair.First.Trace, s_package), pair.Second));
        Same(JsonSerializer.Serialize(figure.Layout, s_package), ours["layout"]);
        Same(JsonSerializer.Serialize(figure.Config, s_package), ours["config"]);
    }

    private static void Same(string package, JsonNode? ours) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(package), ours), $"The package writes\n{package}\nand the site\n{ours?.ToJsonString()}");
}
