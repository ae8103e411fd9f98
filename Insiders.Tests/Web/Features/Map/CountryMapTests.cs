using Insiders.Core.Analysis;
using Insiders.Tests.Fixtures;
using Insiders.Web.Features.Map;
using Insiders.Web.Shared.Address;
using Insiders.Web.Shared.Base;

namespace Insiders.Tests.Web.Features.Map;

public sealed class CountryMapTests
{
    private static readonly CustomerBase s_base = FiveCustomers.Build("Portugal", "EIRE", "Channel Islands", "Japan", "Atlantis");

    [Fact]
    public async Task Every_place_is_drawn_and_what_has_no_outline_is_a_bubble()
    {
        var chart = CountryMap.Build(await ReadAsync(""));

        Assert.Equal([("Portugal", "PRT", 40.0), ("EIRE", "IRL", 20.0), ("Channel Islands", null, 10.0), ("Japan", "JPN", 10.0)], chart.Places.Select(place => (place.Name, place.Iso3, place.Value)));
        Assert.Equal((49.2144, -2.1313), (chart.Places[2].Latitude, chart.Places[2].Longitude));
        Assert.True(chart.Scale.IsLog);
        Assert.False(chart.AsBubbles);
        Assert.Equal(5, chart.Table.Rows.Length);
    }

    [Fact]
    public async Task A_name_without_a_place_is_listed_and_counted()
    {
        var figures = await ReadAsync("");

        Assert.Equal(["Atlantis"], figures.Unplaced.AsEnumerable());
        Assert.Equal(["Channel Islands"], figures.Outlineless.AsEnumerable());
        Assert.Equal(figures.Whole.RevenueAmount, figures.Countries.Sum(country => country.RevenueAmount)); // 80 without Atlantis
    }

    [Fact]
    public async Task The_share_of_a_segment_is_of_all_customers_of_the_country()
    {
        var figures = await ReadAsync("?metric=share-7&segment=7&sort=share");

        Assert.Equal(5, figures.Countries.Length); // 2 if only customers of the segment were counted
        Assert.Equal(1, MapFigures.ValueOf(figures.Countries.Single(country => country.Name == "Portugal"), "share-7"));
        Assert.Equal(0, MapFigures.ValueOf(figures.Countries.Single(country => country.Name == "EIRE"), "share-7"));
    }

    [Fact]
    public async Task A_filter_by_segment_counts_its_customers_alone()
        => Assert.Equal(["Portugal", "Channel Islands"], (await ReadAsync("?segment=7")).Countries.Select(country => country.Name));

    [Fact]
    public async Task A_chosen_country_tells_its_story_and_one_without_customers_tells_none()
    {
        var story = (await ReadAsync("?place=EIRE")).Story!;

        Assert.Equal((20, 1), (story.Figures.RevenueAmount, story.Figures.Customers));
        Assert.Equal([1], story.Customers.AsEnumerable());
        Assert.Null(story.Products);
        Assert.Null((await ReadAsync("?place=EIRE&segment=7")).Story);
    }

    [Fact]
    public void Every_control_is_an_address()
    {
        var state = MapState.Read(AddressQuery.Of("?metric=mean&log=1&place=EIRE"), s_base);

        Assert.Equal("/map?place=EIRE", state.WithMetric(MapState.Revenue));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&kind=bubbles", state.WithKind(asBubbles: true));
        Assert.Equal("/map?metric=mean&log=1", state.WithPlace(null));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&sort=country&up=1", state.SortedBy("country"));
        Assert.Equal(MapState.Revenue, MapState.Read(AddressQuery.Of("?metric=share-99"), s_base).Metric);
    }

    private static Task<MapFigures> ReadAsync(string query)
        => MapFigures.ReadAsync(new PublishedBase(null!, null!, s_base, Sales: null), MapState.Read(AddressQuery.Of(query), s_base), CancellationToken.None);
}
