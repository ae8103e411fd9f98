using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Web.Charts.Spec;

namespace Insiders.Web.Features.Map;

/// <summary>Builds the chart of the world map.</summary>
public static class CountryMap
{
    /// <summary>Builds the chart with every country that has a position. A country without an outline to fill is a bubble in both kinds of map.</summary>
    public static MapChart Build(MapViewModel figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        var (state, metric) = (figures.State, figures.State.Metric);
        var places = figures.Countries.Where(country => country.Place is not null).ToImmutableArray();
        return new MapChart
        {
            Title = Format.Fill(Texts.MapTitle, figures.MetricName),
            Description = places.IsEmpty ? Texts.MapNone
                : Format.Fill(Texts.MapDescription, Format.Whole(places.Length), figures.MetricName, CountryText.NameOf(places.MaxBy(country => MapViewModel.ValueOf(country, metric))!.Name)),
            FileName = "map",
            View = MapView.Of(state.Region, figures.Countries, figures.Story?.Summary.Place),
            ViewName = state.Region,
            AsBubbles = state.AsBubbles,
            Scale = new ColourScale(MapViewModel.HeadingOf(figures.State.Metric, figures.MetricName))
            {
                IsLog = state.IsLog,
                Ticks = metric switch { MapQuery.Customers => TickStyle.Compact, MapQuery.Revenue or MapQuery.Mean => TickStyle.Money, _ => TickStyle.Percent },
            },
            Places = [.. places.Select(country => Place(country, figures))],
            Table = new ChartTable(
                [Texts.MapCountry, figures.MetricName],
                [.. figures.Countries.Select(country => new ChartRow([ChartCell.Of(CountryText.NameOf(country.Name)), MapViewModel.CellOf(country, metric)], country.Name))]),
        };
    }

    private static MapPlace Place(CountrySummary country, MapViewModel figures)
    {
        var place = country.Place!;
        return new MapPlace(CountryText.NameOf(country.Name), WorldOutlines.CodeOf(place), place.Latitude, place.Longitude, MapViewModel.ValueOf(country, figures.State.Metric), Hover(country, figures), country.Name)
        {
            IsSelected = country.Name == figures.State.Place,
        };
    }

    private static string Hover(CountrySummary country, MapViewModel figures)
    {
        string[] lines =
        [
            CountryText.NameOf(country.Name),
            $"{Texts.MapRevenue}: {Format.Money(country.RevenueAmount)} ({Format.Percent(country.RevenueShare)})",
            $"{Texts.MapCustomers}: {Format.Whole(country.Customers)} ({Format.Percent(country.CustomerShare)})",
            $"{Texts.MapMean}: {Format.Money(country.MeanRevenueAmount)}",
            .. figures.State.SegmentId is null ? [] : new[] { $"{figures.MetricName}: {Format.Percent(country.SegmentShare)}" },
        ];
        return string.Join('\n', lines);
    }
}
