using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Values as colours in the words of Plotly, which knows no logarithmic colours: exponents are drawn, and the colour bar is written with what they stand for.</summary>
internal sealed record PlotlyScale(ColourScale Scale, double Low, double High, PlotlyFrame Frame, ImmutableArray<string> Colours)
{
    /// <summary>The scale over all values.</summary>
    public static PlotlyScale Over(ColourScale scale, IEnumerable<double> values, PlotlyFrame frame, ImmutableArray<string>? colours = null)
    {
        var counted = values.Where(value => double.IsFinite(value) && (!scale.IsLog || value > 0)).ToArray();
        var (low, high) = (counted.DefaultIfEmpty(scale.IsLog ? 1 : 0).Min(), counted.DefaultIfEmpty(1).Max());
        return new(scale, low, high, frame, colours ?? ChartColours.Sequential(frame.IsDark));
    }

    /// <summary>What is drawn for a value.</summary>
    public double Of(double value) => !Scale.IsLog || !double.IsFinite(value) ? value : Math.Log10(Math.Max(value, Low));

    /// <summary>The colour of a value, as Plotly mixes it from the same colours; the lowest for what is not finite.</summary>
    public string ColourOf(double value) => ChartColours.Between(Colours, (Of(value) - Of(Low)) / (Top - Of(Low)));

    /// <summary>Colours, their ends, and the bar beside them; <paramref name="prefix"/> is Plotly's for this trace: <c>z</c> or <c>c</c>.</summary>
    public void Paint(JsonObject target, string prefix)
    {
        target["colorscale"] = new JsonArray([.. Colours.Select((colour, at) => (JsonNode)new JsonArray(JsonValue.Create(at / (Colours.Length - 1d)), JsonValue.Create(colour)))]);
        target[$"{prefix}min"] = Of(Low);
        target[$"{prefix}max"] = Top;
        target["showscale"] = true;
        target["colorbar"] = Bar();
    }

    private double Top => Of(High) > Of(Low) ? Of(High) : Of(Low) + 1;

    private JsonObject Bar()
    {
        var bar = Frame.ColourBar(Scale.Title, Scale.Ticks);
        if (Scale.IsLog)
        {
            // Over fewer than two decades powers of ten would be one tick or none.
            double[] steps = Top - Of(Low) < 2 ? [1, 2, 5] : [1];
            var ticks = Enumerable.Range(-9, 25).SelectMany(power => steps.Select(step => step * Math.Pow(10, power))).Where(tick => Math.Log10(tick) >= Of(Low) - 1e-9 && Math.Log10(tick) <= Top + 1e-9).ToArray();
            bar["tickvals"] = PlotlyArrays.Numbers(ticks.Select(Math.Log10));
            bar["ticktext"] = PlotlyArrays.Words(ticks.Select(Written));
        }

        return bar;
    }

    private string Written(double value) => Scale.Ticks == TickStyle.Money ? Currency.Prefix + Short(value) : Scale.Ticks == TickStyle.Percent ? value.ToString("0.####%", Frame.Culture) : Short(value);

    private string Short(double value) => value switch
    {
        >= 1e6 => (value / 1e6).ToString("0.#", Frame.Culture) + "M",
        >= 1e3 => (value / 1e3).ToString("0.#", Frame.Culture) + "k",
        _ => value.ToString("0.#########", Frame.Culture),
    };
}
