using Insiders.Web.Charts.Spec;
using Insiders.Web.Charts.World;
using Plotly.Blazor.LayoutLib;
using Plotly.Blazor.Traces;
using Plotly.Blazor.Traces.ScatterLib;
using ShapeLib = Plotly.Blazor.LayoutLib.ShapeLib;

namespace Insiders.Web.Charts.Rendering;

/// <summary>Translates maps into Plotly's classes: filled lines over one path of land, so that the small library can draw them.</summary>
internal static class PlotlyMap
{
    private const double LargestBubble = 46;
    private const double SmallestBubble = 7;

    /// <summary>Translates a chart.</summary>
    public static PlotlyFigure Of(MapChart spec, PlotlyFrame frame)
    {
        var layout = frame.Layout(spec, hasLegend: false, left: 0);
        layout.Height = null;
        layout.Margin = new() { T = 0, R = 0, B = MapChart.KeyHeight, L = 0 };
        layout.DragMode = DragModeEnum.Pan;
        // A bubble reacts only to the pointer directly over it, because the countries around it react too.
        layout.HoverDistance = 2;
        var view = spec.View ?? new PlaneBox(WorldAtlas.LowerLeft, WorldAtlas.UpperRight);
        layout.UiRevision = $"{spec.FileName}/{spec.ViewName}";
        layout.XAxis = [new() { Range = Ends(view.LowerLeft.X, view.UpperRight.X), Visible = false }];
        layout.YAxis = [new() { Range = Ends(view.LowerLeft.Y, view.UpperRight.Y), Visible = false, ScaleAnchor = "x" }];
        layout.Shapes =
        [
            new()
            {
                Type = ShapeLib.TypeEnum.Path,
                Layer = ShapeLib.LayerEnum.Below,
                Path = WorldAtlas.Land,
                FillColor = ChartColours.Land(frame.IsDark),
                Line = new() { Color = frame.Line, Width = 0.5m },
            },
        ];
        var scale = PlotlyScale.Over(spec.Scale, spec.Places.Select(place => place.Value), frame, ChartColours.OnLand(frame.IsDark));
        var outlines = spec.Places.Select(place => (Place: place, Outline: spec.AsBubbles || place.Iso3 is null ? null : WorldAtlas.Find(place.Iso3))).ToArray();
        var bubbles = outlines.Where(pair => pair.Outline is null && double.IsFinite(pair.Place.Latitude) && double.IsFinite(pair.Place.Longitude)).Select(pair => pair.Place).ToArray();
        // The selected country comes last, so that its border is drawn over its neighbours'.
        var filled = outlines.Where(pair => pair.Outline is not null).OrderBy(pair => pair.Place.IsSelected);
        return new([.. filled.Select(pair => Filled(pair.Place, pair.Outline!, scale, frame)), Bubbles(spec, bubbles, scale, frame)], layout, frame.ZoomConfig(layout));
    }

    private static object[] Ends(double from, double to) => [Math.Floor(from), Math.Ceiling(to)];

    private static PlotlyTrace Filled(MapPlace place, CountryOutline outline, PlotlyScale scale, PlotlyFrame frame)
    {
        // A gap between rings interrupts the line.
        var points = outline.Rings.SelectMany(ring => ring.Append(ring[0]).Cast<PlanePoint?>().Append(null)).SkipLast(1).ToArray();
        return new(
            new Scatter
            {
                Mode = ModeFlag.Lines,
                X = PlotlyArrays.Numbers(points.Select(point => Math.Round(point?.X ?? double.NaN))),
                Y = PlotlyArrays.Numbers(points.Select(point => Math.Round(point?.Y ?? double.NaN))),
                Fill = FillEnum.ToSelf,
                FillColor = scale.ColourOf(place.Value),
                HoverOn = HoverOnFlag.Fills,
                Text = PlotlyText.Lines(place.Hover),
                HoverInfo = HoverInfoFlag.Text,
                Line = new() { Color = EdgeOf(place, frame), Width = PlotlyArrays.Decimal(WidthOf(place)) },
            },
            [place.Key]);
    }

    private static PlotlyTrace Bubbles(MapChart spec, MapPlace[] places, PlotlyScale scale, PlotlyFrame frame)
    {
        var largest = Math.Max(double.Epsilon, spec.Places.Select(place => place.Value).Where(double.IsFinite).DefaultIfEmpty(1).Max());
        var marker = new Marker
        {
            ColorArray = PlotlyArrays.Numbers(places.Select(place => scale.Of(place.Value))),
            // The area shows the value, with a minimum so that the smallest can still be clicked.
            SizeArray = PlotlyArrays.Decimals(places.Select(place => spec.AsBubbles ? Math.Max(SmallestBubble, Math.Round(LargestBubble * Math.Sqrt(Math.Max(0, place.Value) / largest), 1)) : 12)),
            Opacity = 0.85m,
            Line = new() { WidthArray = PlotlyArrays.Decimals(places.Select(WidthOf)), ColorArray = [.. places.Select(place => EdgeOf(place, frame))] },
        };
        scale.Paint(marker);
        var centres = places.Select(place => NaturalEarth.Project(new(place.Latitude, place.Longitude))).ToArray();
        return new(
            new Scatter
            {
                Mode = ModeFlag.Markers,
                X = Present(centres.Select(centre => Math.Round(centre.X, 1))),
                Y = Present(centres.Select(centre => Math.Round(centre.Y, 1))),
                HoverTextArray = PlotlyArrays.Hovers(places.Select(place => place.Hover)),
                HoverInfo = HoverInfoFlag.Text,
                Marker = marker,
            },
            [.. places.Select(place => place.Key)]);
    }

    // Plotly shows a colour bar only with points: if there are none, a point without a position carries it.
    private static object?[] Present(IEnumerable<double> values) => PlotlyArrays.Numbers(values.DefaultIfEmpty(double.NaN));

    private static double WidthOf(MapPlace place) => place.IsSelected ? 2.5 : 0.75;

    private static string EdgeOf(MapPlace place, PlotlyFrame frame) => place.IsSelected ? frame.Strong : frame.Quiet;
}
