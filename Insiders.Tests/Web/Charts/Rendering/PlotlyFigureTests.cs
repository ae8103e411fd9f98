using System.Globalization;
using System.Text.Json.Nodes;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.Rendering;
using Insiders.Web.Charts.Spec;

namespace Insiders.Tests.Web.Charts.Rendering;

public sealed class PlotlyFigureTests
{
    private const string Markup = "&lt;img src=x onerror=alert(1)&gt;";

    public static TheoryData<string> Kinds => [.. SampleCharts.All.Select((_, at) => at.ToString(CultureInfo.InvariantCulture))];

    [Theory, MemberData(nameof(Kinds))]
    public void No_kind_lets_a_name_be_markup(string at)
    {
        foreach (var dark in new[] { false, true })
        {
            var figure = Draw(SampleCharts.All[int.Parse(at, CultureInfo.InvariantCulture)], dark);

            Assert.DoesNotContain("<img", JsonNode.Parse(figure.Figure.ToJson())!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }), StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void Every_kind_has_data_and_the_marks_and_months_of_the_language(string at)
    {
        var spec = SampleCharts.All[int.Parse(at, CultureInfo.InvariantCulture)];
        var figure = DrawnFigure.Of(spec, dark: true, CultureInfo.GetCultureInfo("pt-BR"));

        Assert.True(spec.HasData);
        Assert.Equal(",.", (string?)figure.Layout["separators"]);
        Assert.Equal("fev", (string?)figure.Config["locales"]!["reader"]!["format"]!["shortMonths"]![1]);
    }

    [Fact]
    public void Lying_bars_carry_their_texts_and_what_is_selected_stands_out()
    {
        var figure = Draw(SampleCharts.Bars);
        var bars = Assert.Single(figure.Traces);

        Same("[6000,4000]", bars["x"]);
        Assert.Equal("h", (string?)bars["orientation"]);
        Assert.Equal(Markup, (string?)bars["y"]![0]);
        Assert.Equal("&lt;img src=x<br>onerror=alert(1)&gt;", (string?)figure.Layout["yaxis"]!["ticktext"]![0]);
        Assert.Equal(Markup, (string?)bars["text"]![0]);
        Same("""["#0072B2","#E69F00"]""", bars["marker"]!["color"]);
        Same("[1,0.35]", bars["marker"]!["opacity"]);
        Same("[2,1]", bars["marker"]!["line"]!["width"]);
        Same("[0,8520]", figure.Layout["xaxis"]!["range"]); // 6,000 and 0.42 of it more for the number beside it
        Assert.Equal("b", figure.KeyAt(0, 1));
        Assert.Null(figure.KeyAt(0, 2));
    }

    [Fact]
    public void Columns_are_stacked_and_a_partial_month_is_hatched()
    {
        var figure = Draw(SampleCharts.Columns);

        Assert.Equal("relative", (string?)figure.Layout["barmode"]);
        Same("[10,4]", figure.Traces[0]["y"]);
        Same("[5,1]", figure.Traces[1]["y"]);
        Same("""["","/"]""", figure.Traces[1]["marker"]!["pattern"]!["shape"]);
        Assert.Equal("#E69F00", (string?)figure.Traces[1]["marker"]!["color"]);
        Assert.Equal("2017-12", figure.KeyAt(1, 1));
    }

    [Fact]
    public void A_line_over_days_has_dates_and_its_references_lie_beneath_it()
    {
        var figure = Draw(SampleCharts.Lines);

        Same("""["2017-02-01","2017-02-02"]""", figure.Traces[1]["x"]);
        Same("[0.1,0.4]", figure.Traces[1]["y"]);
        Assert.Equal("tozeroy", (string?)figure.Traces[1]["fill"]);
        Assert.Equal("dot", (string?)figure.Traces[0]["line"]!["dash"]);
        Assert.Equal("date", (string?)figure.Layout["xaxis"]!["type"]);
        Assert.Equal("b", figure.KeyAt(1, 1));
    }

    [Fact]
    public void A_highlighted_point_is_drawn_once_more_around_itself()
    {
        var figure = Draw(SampleCharts.Points);

        Assert.Equal(3, figure.Traces.Length);
        Same("[1,2]", figure.Traces[0]["x"]);
        Same("[6,20]", figure.Traces[0]["marker"]!["size"]);
        Assert.Equal("diamond", (string?)figure.Traces[1]["marker"]!["symbol"]);
        Same("[100]", figure.Traces[2]["y"]);
        Assert.Equal("log", (string?)figure.Layout["yaxis"]!["type"]);
    }

    [Fact]
    public void A_distribution_is_a_step_per_bin_over_shared_edges()
    {
        var figure = Draw(SampleCharts.Distribution);

        Same("[0,10,10,20]", figure.Traces[0]["x"]);
        Same("[0.25,0.25,0.75,0.75]", figure.Traces[0]["y"]);
        Same("[0.5,0.5,0.5,0.5]", figure.Traces[1]["y"]);
        Assert.Null(figure.Traces[1]["fill"]);
    }

    [Fact]
    public void A_grid_is_read_row_by_row_and_a_cell_without_a_value_is_blank()
    {
        var figure = Draw(SampleCharts.Grid);

        Same("[0,2,1]", figure.Traces[0]["marker"]!["color"]); // exponents of 1, 100, 10
        Same("[0,0,1]", figure.Traces[0]["x"]);
        Same("[-0.47,0.53,0.53]", figure.Traces[0]["base"]); // the first row is 0, and rows go downwards
        Same("[1.5,-0.5]", figure.Layout["yaxis"]!["range"]);
        Assert.Equal("c", figure.KeyAt(0, 1));
    }

    [Fact]
    public void Parallel_lines_stand_between_foot_and_top_of_each_axis()
    {
        var figure = Draw(SampleCharts.Parallel);

        Same("[0.5,0.25]", figure.Traces[0]["y"]); // 10 of 1 … 100 by factors, 50 of 0 … 200
        Same("[1,null]", figure.Traces[1]["y"]);
        Assert.Equal("square", (string?)figure.Traces[1]["marker"]!["symbol"]);
        Assert.Equal(0.25, (double?)figure.Traces[1]["opacity"]);
    }

    [Fact]
    public void A_radar_returns_to_its_first_axis()
    {
        var figure = Draw(SampleCharts.Radar);

        var (x, y) = (Numbers(figure.Traces[0]["x"]), Numbers(figure.Traces[0]["y"]));
        Assert.Equal([0, 0.58 * Math.Sqrt(0.75), -Math.Sqrt(0.75), 0], x, (one, other) => Math.Abs(one - other) < 1e-9); // 1, 10, 100 by factors: innermost ring at 0.16, half way from there, rim
        Assert.Equal([0.16, -0.29, -0.5, 0.16], y, (one, other) => Math.Abs(one - other) < 1e-9); // clockwise from the top
        Assert.Equal("a", figure.KeyAt(0, 3));

        static double[] Numbers(JsonNode? json) => [.. json!.AsArray().Select(value => (double)value!)];
    }

    [Fact]
    public void Names_around_a_radar_fit_beside_it_on_a_telephone()
    {
        var figure = Draw(SampleCharts.Radar with { Axes = ["Receita média", "Taxa de devolução", "Itens"] });

        Assert.Contains("Taxa de<br>devolução", figure.Layout["annotations"]!.AsArray().Select(note => (string?)note!["text"]));
        Same("[-1.5,1.5]", figure.Layout["xaxis"]!["range"]); // 316 px: 105 to each unit, and 62 with the margin for a name that starts at 1.1
        Assert.Equal(1.32, (double)figure.Layout["yaxis"]!["range"]![1]!, 1e-9);
        Assert.Equal(-0.77, (double)figure.Layout["yaxis"]!["range"]![0]!, 1e-9); // names below three axes stand at -0.55; -1.32 if one pointed down
    }

    [Theory]
    [InlineData("Feb 2017, Elite Spenders: 118,802.04, 26.8% of the month's 443,520.64", "Feb 2017, Elite Spenders: 118,802.04, 26.8%<br>of the month's 443,520.64")]
    [InlineData("One line\nand <another>", "One line<br>and &lt;another&gt;")]
    [InlineData("A_name_without_a_blank_that_is_longer_than_a_line_may_be", "A_name_without_a_blank_that_is_longer_than_a_line_may_be")]
    public void A_hover_label_is_no_wider_than_a_telephone(string text, string shown)
    {
        var bars = SampleCharts.Bars;

        var figure = Draw(bars with { Series = [bars.Series[0] with { Bars = [bars.Series[0].Bars[0] with { Hover = text }] }] });

        Assert.Equal(shown, (string?)figure.Traces[0]["hovertext"]![0]);
    }

    [Theory]
    [InlineData(2, TickStyle.Whole, 1)]
    [InlineData(9, TickStyle.Whole, null)]
    [InlineData(2, TickStyle.Percent, null)]
    public void What_is_counted_has_no_tick_between_two(double most, TickStyle ticks, int? step)
    {
        var chart = SampleCharts.Distribution;

        var figure = Draw(chart with { Group = chart.Group with { Heights = [.. chart.Group.Heights.Select(_ => most)] }, Y = chart.Y with { Ticks = ticks } });

        Assert.Equal(step, (int?)figure.Layout["yaxis"]!["dtick"]);
    }

    [Theory]
    [InlineData("Average Customers (higher spend)", "Average Customers<br>(higher spend)")]
    [InlineData("Grandes Compradores Inativos (gasto maior)", "Grandes Compradores<br>Inativos (gasto maior)")]
    public void The_longest_names_that_segments_are_given_are_whole(string given, string beside)
    {
        var bar = SampleCharts.Bars.Series[0].Bars[0];

        var figure = Draw(SampleCharts.Bars with { Series = [new(given, "#0072B2", [bar with { Label = given }])] });

        Assert.Equal(given, (string?)figure.Traces[0]["name"]);
        Assert.Equal(beside, (string?)figure.Layout["yaxis"]!["ticktext"]![0]);
    }

    [Fact]
    public void Names_too_long_for_a_telephone_are_cut_where_they_are_read_and_still_tell_bars_apart()
    {
        var bar = SampleCharts.Bars.Series[0].Bars[0];
        var (one, other) = ($"{new string('W', 60)}", $"{new string('W', 59)}X");

        var figure = Draw(SampleCharts.Bars with { Series = [new(one, "#0072B2", [bar with { Label = one }, bar with { Label = other }])] });

        Assert.Equal([one, other], figure.Traces[0]["y"]!.AsArray().Select(name => (string)name!));
        Assert.Equal($"{new string('W', 23)}…", (string?)figure.Layout["yaxis"]!["ticktext"]![1]);
        Assert.Equal($"{new string('W', 41)}…", (string?)figure.Traces[0]["name"]);
    }

    [Theory]
    [InlineData(20, 20, null)]
    [InlineData(21, 20, new[] { "0", "4", "8", "12", "16", "20" })]
    [InlineData(25, 20, new[] { "0", "6", "12", "18", "24" })]
    [InlineData(4, 3, new[] { "0", "3" })]
    [InlineData(6, 3, new[] { "0", "2", "5" })]
    [InlineData(45, 3, new[] { "0", "22", "44" })]
    public void Many_upright_bars_bear_a_name_here_and_there(int bars, int mostNamed, string[]? names)
    {
        var one = SampleCharts.Columns.Series[0];

        var figure = Draw(SampleCharts.Columns with { MostNamed = mostNamed, Series = [one with { Bars = [.. Enumerable.Range(0, bars).Select(at => one.Bars[0] with { Label = $"{at}" })] }] });

        Assert.Equal(names, figure.Layout["xaxis"]!["tickvals"]?.AsArray().Select(name => (string)name!));
    }

    [Theory]
    [InlineData(new[] { 1d, 7.2 }, false, new[] { 1d, 2, 3, 4, 5, 6, 7, 8 })]
    [InlineData(new[] { 0.3, 42 }, false, new[] { 10d, 20, 30, 40, 50 })]
    [InlineData(new[] { 0.02, 35 }, true, new[] { 0.01, 0.1, 1, 10, 100 })]
    [InlineData(new[] { 1d, 1 }, true, new[] { 1d, 10 })]
    [InlineData(new[] { double.NaN, 0 }, true, new[] { 1d, 10 })]
    public void Rings_of_a_radar_are_round_numbers_that_reach_every_value(double[] values, bool isLog, double[] rings)
    {
        var made = RadarRings.Over(values, isLog);

        Assert.Equal(rings, made.Ticks, (one, other) => Math.Abs(one - other) < 1e-9);
        Assert.All(values.Where(value => value > 0), value => Assert.InRange(made.PlaceOf(value), 0, 1));
    }

    [Fact]
    public void What_is_no_country_is_a_bubble_on_a_filled_map()
    {
        var figure = Draw(SampleCharts.Map(asBubbles: false));

        Assert.Equal(("sg", "uk"), (figure.KeyAt(0, 0), figure.KeyAt(1, 0))); // what is chosen lies above
        Assert.Equal(["#d5c56c", "#00306f"], figure.Traces.Take(2).Select(trace => (string?)trace["fillcolor"])); // 10 is the lowest, 1,000 the highest
        Assert.Equal([0.75, 2.5], figure.Traces.Take(2).Select(trace => (double?)trace["line"]!["width"]));
        Assert.Equal("fills", (string?)figure.Traces[1]["hoveron"]);
        Assert.Equal(Math.Log10(40), (double)figure.Traces[2]["marker"]!["color"]![0]!, 1e-12);
        Assert.Equal(("eu", "uk"), (figure.KeyAt(2, 0), figure.KeyAt(1, 0)));
        Assert.Contains(figure.Traces[1]["x"]!.AsArray(), x => x is null); // islands are rings of their own
    }

    [Fact]
    public void A_map_begins_with_the_part_it_is_given_and_is_another_picture_when_that_is_another()
    {
        var map = SampleCharts.Map(asBubbles: false);

        var part = Draw(map with { View = new(new(-100.4, 700.6), new(300.2, 900.2)), ViewName = "europe" }).Layout;

        Same("[-101,301]", part["xaxis"]!["range"]);
        Same("[700,901]", part["yaxis"]!["range"]);
        Assert.Equal(["chart/europe", "chart/"], new[] { part, Draw(map).Layout }.Select(layout => (string?)layout["uirevision"]));
    }

    [Theory]
    [InlineData(200, 900, "200,500")]
    [InlineData(10, 5_000, "10,100,1k")]
    public void A_narrow_logarithmic_scale_is_told_at_more_than_powers_of_ten(double least, double greatest, string expected)
    {
        var map = SampleCharts.Map(asBubbles: true);

        var bar = Draw(map with { Scale = new("Revenue") { IsLog = true }, Places = [map.Places[0] with { Value = least }, map.Places[1] with { Value = greatest }] }).Traces[0]["marker"]!["colorbar"]!;

        Assert.Equal(expected, string.Join(',', bar["ticktext"]!.AsArray().Select(tick => (string?)tick)));
    }

    [Fact]
    public void A_filled_map_without_bubbles_has_its_colour_bar_all_the_same()
    {
        var spec = SampleCharts.Map(asBubbles: false);

        var figure = Draw(spec with { Places = [.. spec.Places.Where(place => place.Iso3 == "GBR")] });

        Same("[null]", figure.Traces[1]["x"]);
        Assert.True((bool?)figure.Traces[1]["marker"]!["showscale"]);
        Assert.Null(figure.KeyAt(1, 0));
    }

    [Fact]
    public void Every_kind_is_made_of_what_the_small_library_draws()
        => Assert.All(SampleCharts.All, spec => Assert.Equal(PlotlyLibrary.Basic, Draw(spec).Figure.Library));

    [Fact]
    public void A_kind_that_the_small_library_lacks_asks_for_the_whole_one() => Assert.Equal(PlotlyLibrary.Full, SampleFullCharts.Flow.Library);

    [Fact]
    public void The_area_of_a_bubble_is_its_value_and_the_smallest_can_be_hit()
    {
        var figure = Draw(SampleCharts.Map(asBubbles: true));

        Same("[46,7,9.2]", figure.Traces[0]["marker"]!["size"]); // 46·√0.01 = 4.6 is too small to hit; 46·√0.04 = 9.2; by width instead of area 1.84
    }

    [Fact]
    public void A_timeline_marks_events_and_draws_stems_from_zero()
    {
        var figure = Draw(SampleCharts.Timeline);

        Same("""["2017-02-01","2017-02-01",null,"2017-03-01","2017-03-01",null]""", figure.Traces[0]["x"]);
        Same("[0,100,null,0,-20,null]", figure.Traces[0]["y"]);
        Same("[100,-20]", figure.Traces[1]["y"]);
        Assert.Equal("i2", figure.KeyAt(1, 1));
        Assert.True((bool?)figure.Layout["xaxis"]!["rangeslider"]!["visible"]);
    }

    private static DrawnFigure Draw(ChartSpec spec, bool dark = false) => DrawnFigure.Of(spec, dark);

    private static void Same(string json, JsonNode? node) => Assert.Equal(json, node!.ToJsonString());
}
