using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Map;

/// <summary>Everything the world map shows.</summary>
public sealed record MapViewModel
{
    /// <summary>The published run.</summary>
    public required PublishedRun Published { get; init; }

    /// <summary>The address.</summary>
    public required MapQuery State { get; init; }

    /// <summary>Every country with a counted customer, in the order of the table.</summary>
    public required ImmutableArray<CountrySummary> Countries { get; init; }

    /// <summary>All counted customers as one group.</summary>
    public required GroupProfile Whole { get; init; }

    /// <summary>The continents with a counted customer, most customers first.</summary>
    public required ImmutableArray<ContinentSummary> Continents { get; init; }

    /// <summary>The continent with most customers, including those of the excluded country; null when none is known.</summary>
    public required Continent? MainContinent { get; init; }

    /// <summary>The country with most customers when all are counted, as the ledger spells it; null when there are fewer than two countries.</summary>
    public required string? Largest { get; init; }

    /// <summary>The excluded country, with its shares of all customers; null when there is none or no customer of it passes the filter.</summary>
    public required CountrySummary? LeftOut { get; init; }

    /// <summary>The selected country; null when there is none or no customer of it is counted.</summary>
    public required CountryStory? Story { get; init; }

    /// <summary>True when any customer has a country: the sales may have no column for it.</summary>
    public bool HasCountries => Published.Customers.Countries.Any(country => country.Length > 0);

    /// <summary>The texts of the filter's conditions, by which exported files are named.</summary>
    public IEnumerable<string> Conditions() => FilterText.Of(State.Counted, Published.Customers).Select(condition => condition.Text);

    /// <summary>The countries that are not on any map.</summary>
    public ImmutableArray<string> Unplaced => [.. Countries.Where(country => country.Place is null).Select(country => country.Name)];

    /// <summary>The countries that are drawn as bubbles on a filled map.</summary>
    public ImmutableArray<string> Outlineless => [.. Countries.Where(country => country.Place is { } place && WorldOutlines.CodeOf(place) is null).Select(country => CountryText.NameOf(country.Name))];

    /// <summary>The name of the region the map shows first.</summary>
    public string RegionName => State.Region switch
    {
        MapQuery.Home => Texts.MapHome,
        MapQuery.World => Texts.MapWorld,
        var region => CountryText.NameOf(MapQuery.ContinentOf(region)),
    };

    /// <summary>Computes the view model.</summary>
    public static async Task<MapViewModel> ReadAsync(PublishedRun published, MapQuery state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(state);
        var customers = published.Customers;
        var passing = customers.Select(state.Counted);
        var everywhere = CountrySummary.Of(customers, passing, state.SegmentId);
        var leftOut = everywhere.FirstOrDefault(country => country.Name == state.Without);
        var rows = leftOut is null ? passing : [.. passing.Where(row => customers.Countries[row] != leftOut.Name)];
        var countries = leftOut is null ? everywhere : CountrySummary.Of(customers, rows, state.SegmentId);
        var chosen = countries.FirstOrDefault(country => country.Name == state.Place);
        return new MapViewModel
        {
            Published = published,
            State = state,
            Countries = Sorted(countries, state),
            Continents = ContinentSummary.Of(countries),
            MainContinent = ContinentSummary.Of(everywhere).FirstOrDefault()?.Continent,
            Largest = everywhere.Length < 2 ? null : everywhere.MaxBy(country => country.Customers)!.Name,
            LeftOut = leftOut,
            Whole = customers.Profile(rows),
            Story = chosen is null ? null : await CountryStory.ReadAsync(published, chosen, state.Counted, cancellationToken),
        };
    }

    /// <summary>A country's value of a metric.</summary>
    public static double ValueOf(CountrySummary country, string metric)
    {
        ArgumentNullException.ThrowIfNull(country);
        return metric switch
        {
            MapQuery.Revenue => country.RevenueAmount,
            MapQuery.Customers => country.Customers,
            MapQuery.Mean => country.MeanRevenueAmount,
            _ => country.SegmentShare,
        };
    }

    /// <summary>That value as written in a table.</summary>
    public static ChartCell CellOf(CountrySummary country, string metric) => metric switch
    {
        MapQuery.Revenue or MapQuery.Mean => ChartCell.Money(ValueOf(country, metric)),
        MapQuery.Customers => ChartCell.Whole(ValueOf(country, metric)),
        _ => ChartCell.Share(ValueOf(country, metric)),
    };

    /// <summary>The name of a metric with its unit.</summary>
    public static string HeadingOf(string metric, string name) => metric switch
    {
        MapQuery.Revenue or MapQuery.Mean => Headings.Money(name),
        MapQuery.Customers => name,
        _ => Headings.Share(name),
    };

    /// <summary>The name of a metric.</summary>
    public string MetricName => State.Metric switch
    {
        MapQuery.Revenue => Texts.MapRevenue,
        MapQuery.Customers => Texts.MapCustomers,
        MapQuery.Mean => Texts.MapMean,
        _ => Format.Fill(Texts.MapShareOf, SegmentName),
    };

    /// <summary>The name of the segment whose share is shown.</summary>
    public string SegmentName => State.SegmentId is { } id && Published.Customers.FindSegment(id) is { } segment ? Format.NameOf(segment.Segment.Name) : "";

    private static ImmutableArray<CountrySummary> Sorted(ImmutableArray<CountrySummary> countries, MapQuery state)
    {
        var sorted = state.Sort switch
        {
            "country" => countries.OrderByDescending(country => CountryText.NameOf(country.Name), StringComparer.CurrentCulture),
            var column => countries.OrderByDescending(country => ValueOf(country, column)),
        };
        return state.IsUp ? [.. sorted.Reverse()] : [.. sorted];
    }
}
