using System.Globalization;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Tests.Fixtures.Shops;
using Insiders.Web.Charts.World;
using Insiders.Web.Features.Map;
using Insiders.Web.Navigation;

namespace Insiders.Tests.Web.Features.Map;

public sealed class CountryMapTests
{
    private static readonly CustomerTable s_base = FiveCustomers.Build("Portugal", "EIRE", "Channel Islands", "Japan", "Atlantis");

    [Fact]
    public async Task Every_place_is_drawn_and_what_has_no_outline_is_a_bubble()
    {
        var chart = CountryMap.Build(await ReadAsync(""));

        Assert.Equal([("Portugal", "PRT", 40.0), ("Ireland", "IRL", 20.0), ("Channel Islands", null, 10.0), ("Japan", "JPN", 10.0)], chart.Places.Select(place => (place.Name, place.Iso3, place.Value)));
        Assert.Equal((49.2144, -2.1313), (chart.Places[2].Latitude, chart.Places[2].Longitude));
        Assert.True(chart.Scale.IsLog);
        Assert.False(chart.AsBubbles);
        Assert.Equal(5, chart.Table.Rows.Length);
        Assert.Equal("EIRE", chart.Places[1].Key); // a click asks the ledger's own word
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
        Assert.Equal(1, MapViewModel.ValueOf(figures.Countries.Single(country => country.Name == "Portugal"), "share-7"));
        Assert.Equal(0, MapViewModel.ValueOf(figures.Countries.Single(country => country.Name == "EIRE"), "share-7"));
    }

    [Fact]
    public async Task A_filter_by_segment_counts_its_customers_alone()
        => Assert.Equal(["Portugal", "Channel Islands"], (await ReadAsync("?segment=7")).Countries.Select(country => country.Name));

    [Fact]
    public async Task A_chosen_country_tells_its_story_and_one_without_customers_tells_none()
    {
        var story = (await ReadAsync("?place=EIRE")).Story!;

        Assert.Equal((20, 1), (story.Summary.RevenueAmount, story.Summary.Customers));
        Assert.Equal([1], story.Customers.AsEnumerable());
        Assert.Null(story.Products);
        Assert.Null((await ReadAsync("?place=EIRE&segment=7")).Story);
    }

    [Fact]
    public async Task A_country_that_is_left_out_is_in_no_share_and_said_with_its_shares_of_all()
    {
        var figures = await ReadAsync("?without=Portugal");

        Assert.Equal((1, 0.4), (figures.LeftOut!.Customers, figures.LeftOut.RevenueShare)); // 40 of 100
        Assert.DoesNotContain(figures.Countries, country => country.Name == "Portugal");
        Assert.Equal(1, figures.Countries.Sum(country => country.RevenueShare), 1e-12); // 0.6 if shares were of all
        Assert.Equal(1, figures.Countries.Sum(country => country.CustomerShare), 1e-12);
        Assert.Equal(1, figures.Continents.Sum(part => part.CustomerShare), 1e-12);
        Assert.Equal((4, 60), (figures.Whole.Customers, figures.Whole.RevenueAmount));
        Assert.DoesNotContain(CountryMap.Build(figures).Places, place => place.Key == "Portugal");
        Assert.Null((await ReadAsync("?without=Spain")).LeftOut);
        Assert.Equal(5, (await ReadAsync("?without=Spain")).Countries.Length);
    }

    [Fact]
    public async Task The_largest_country_is_the_one_with_most_customers_whether_it_is_left_out_or_not()
    {
        var customers = FiveCustomers.Build("EIRE", "Japan", "Japan", "Japan", "Portugal");

        Assert.Equal("Japan", (await ReadAsync("", customers)).Largest);
        Assert.Equal(("Japan", Continent.Asia), ((await ReadAsync("?without=Japan", customers)).Largest, (await ReadAsync("?without=Japan", customers)).MainContinent));
        Assert.Null((await ReadAsync("?country=Japan", customers)).Largest);
    }

    [Fact]
    public async Task The_map_opens_where_the_customers_are_and_on_the_world_when_they_are_everywhere()
    {
        var iberian = CountryMap.Build(await ReadAsync("", FiveCustomers.Build("Portugal", "Portugal", "Spain", "Portugal", "Japan"))).View!;
        Assert.True(Holds(iberian, 39.5, -8) && Holds(iberian, 40, -3.7), iberian.ToString());
        Assert.False(Holds(iberian, 36, 138) || Holds(iberian, 60, 30), iberian.ToString());

        var withJapan = CountryMap.Build(await ReadAsync("?place=Japan", FiveCustomers.Build("Portugal", "Portugal", "Spain", "Portugal", "Japan"))).View!;
        Assert.True(Holds(withJapan, 36, 138), withJapan.ToString()); // what is chosen is in sight

        Assert.Equal(MapView.World, CountryMap.Build(await ReadAsync("", FiveCustomers.Build("Portugal", "Brazil", "Japan", "Australia", "Atlantis"))).View);
        Assert.Equal(MapView.World, CountryMap.Build(await ReadAsync("?region=world")).View);
        Assert.Equal(MapView.World, CountryMap.Build(await ReadAsync("?q=nobody")).View);
    }

    [Fact]
    public void Every_continent_has_a_part_of_the_map_that_holds_most_of_its_countries()
    {
        foreach (var continent in Enum.GetValues<Continent>().Where(continent => continent != Continent.Antarctica))
        {
            var view = MapView.Of(MapQuery.NameOf(continent), []);
            var countries = CountryCatalog.All.Where(country => country.Continent == continent).ToArray();

            Assert.NotEqual(MapView.World, view);
            Assert.InRange(countries.Average(country => Holds(view, country.Latitude, country.Longitude) ? 1.0 : 0), continent == Continent.Oceania ? 0.4 : 0.9, 1); // the date line parts Oceania
        }
    }

    [Fact]
    public async Task Names_are_the_reader_s_and_keys_the_ledger_s()
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("pt-BR");
        var figures = await ReadAsync("?sort=country&up=1", FiveCustomers.Build("RSA", "EIRE", "USA", "Atlantis", "Germany"));

        var places = CountryMap.Build(figures).Places;

        Assert.Equal(["África do Sul", "Alemanha", "Estados Unidos", "Irlanda"], places.Select(place => place.Name)); // Germany, EIRE, RSA, USA if they were sorted by the ledger's words
        Assert.Equal(["RSA", "Germany", "USA", "EIRE"], places.Select(place => place.Key));
    }

    [Fact]
    public void Every_control_is_an_address()
    {
        var state = MapQuery.Read(AddressQuery.Of("?metric=mean&log=1&place=EIRE"), s_base);

        Assert.Equal("/map?place=EIRE", state.WithMetric(MapQuery.Revenue));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&kind=bubbles", state.WithKind(asBubbles: true));
        Assert.Equal("/map?metric=mean&log=1", state.WithPlace(null));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&sort=country&up=1", state.SortedBy("country"));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&region=europe", state.WithRegion("europe"));
        Assert.Equal("/map?metric=mean&log=1&without=EIRE", state.WithoutCountry("EIRE"));
        Assert.Equal("/map?metric=mean&log=1&place=EIRE&without=Japan", state.WithoutCountry("Japan"));
        Assert.Equal("/map", MapQuery.Read(AddressQuery.Of("?without=EIRE"), s_base).WithoutCountry(null));
    }

    [Theory]
    [InlineData("mars", MapQuery.Home)]
    [InlineData("3", MapQuery.Home)]
    [InlineData("Europe", MapQuery.Home)]
    [InlineData("world", MapQuery.World)]
    [InlineData("northamerica", "northamerica")]
    public void A_region_is_the_world_or_a_continent_by_name_and_anything_else_where_the_customers_are(string written, string expected)
        => Assert.Equal(expected, MapQuery.Read(AddressQuery.Of($"?region={written}"), s_base).Region);

    [Fact]
    public void A_share_of_a_segment_that_is_not_there_is_revenue()
    {
        Assert.Equal(MapQuery.Revenue, MapQuery.Read(AddressQuery.Of("?metric=share-99"), s_base).Metric);
    }

    private static bool Holds(PlaneBox view, double latitude, double longitude)
        => view.Holds(NaturalEarth.Project(new(latitude, longitude)));

    private static Task<MapViewModel> ReadAsync(string query, CustomerTable? customers = null)
        => MapViewModel.ReadAsync(new PublishedRun(null!, null!, customers ?? s_base, Sales: null), MapQuery.Read(AddressQuery.Of(query), customers ?? s_base), CancellationToken.None);
}
