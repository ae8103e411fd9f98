using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Map;

/// <summary>The chart of the world map.</summary>
public static class CountryMap
{
    /// <summary>Draws every country that has a place. What has no outline to fill is a bubble in both kinds of map.</summary>
    public static MapChart Build(MapFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (state, metric) = (figures.State, figures.State.Metric);
        var places = figures.Countries.Where(country => country.Place is not null).ToImmutableArray();
        return new MapChart
        {
            Title = Figures.Fill(Texts.MapTitle, figures.MetricName),
            Description = places.IsEmpty ? Texts.MapNone
                : Figures.Fill(Texts.MapDescription, Figures.Whole(places.Length), figures.MetricName, CountryText.NameOf(places.MaxBy(country => MapFigures.ValueOf(country, metric))!.Name)),
            FileName = "map",
            View = MapView.Of(state.Region, figures.Countries, figures.Story?.Figures.Place),
            ViewName = state.Region,
            AsBubbles = state.AsBubbles,
            Scale = new ColourScale(MapFigures.HeadingOf(figures.State.Metric, figures.MetricName))
            {
                IsLog = state.IsLog,
                Ticks = metric switch { MapState.Customers => TickStyle.Compact, MapState.Revenue or MapState.Mean => TickStyle.Money, _ => TickStyle.Percent },
            },
            Places = [.. places.Select(country => Place(country, figures))],
            Table = new ChartTable(
                [Texts.MapCountry, figures.MetricName],
                [.. figures.Countries.Select(country => new ChartRow([ChartCell.Of(CountryText.NameOf(country.Name)), MapFigures.CellOf(country, metric)], country.Name))]),
        };
    }

    private static MapPlace Place(CountryFigures country, MapFigures figures)
    {
        var place = country.Place!;
        return new MapPlace(CountryText.NameOf(country.Name), WorldOutlines.CodeOf(place), place.Latitude, place.Longitude, MapFigures.ValueOf(country, figures.State.Metric), Hover(country, figures), country.Name)
        {
            IsSelected = country.Name == figures.State.Place,
        };
    }

    private static string Hover(CountryFigures country, MapFigures figures)
    {
        string[] lines =
        [
            CountryText.NameOf(country.Name),
            $"{Texts.MapRevenue}: {Figures.Money(country.RevenueAmount)} ({Figures.Percent(country.RevenueShare)})",
            $"{Texts.MapCustomers}: {Figures.Whole(country.Customers)} ({Figures.Percent(country.CustomerShare)})",
            $"{Texts.MapMean}: {Figures.Money(country.MeanRevenueAmount)}",
            .. figures.State.SegmentId is null ? [] : new[] { $"{figures.MetricName}: {Figures.Percent(country.SegmentShare)}" },
        ];
        return string.Join('\n', lines);
    }
}
