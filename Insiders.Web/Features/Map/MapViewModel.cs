using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Map;

/// <summary>What the world map shows for one address.</summary>
public sealed record MapViewModel
{
    /// <summary>The published run.</summary>
    public required PublishedRun Published { get; init; }

    /// <summary>The address.</summary>
    public required MapQuery State { get; init; }

    /// <summary>Every country with a customer who is counted, in the order of the table.</summary>
    public required ImmutableArray<CountrySummary> Countries { get; init; }

    /// <summary>All who are counted as one group.</summary>
    public required GroupProfile Whole { get; init; }

    /// <summary>The parts of the world with a customer who is counted, most customers first.</summary>
    public required ImmutableArray<ContinentSummary> Continents { get; init; }

    /// <summary>The continent with most customers, of the country left out too; null where none is known.</summary>
    public required Continent? MainContinent { get; init; }

    /// <summary>The country with most customers while all are counted, as the ledger spells it; null where there are fewer than two.</summary>
    public required string? Largest { get; init; }

    /// <summary>The country left out, with its shares of all; null when none is, or nobody of it passes the filter.</summary>
    public required CountrySummary? LeftOut { get; init; }

    /// <summary>The country chosen; null when none is, or nobody of it is counted.</summary>
    public required CountryStory? Story { get; init; }

    /// <summary>Whose customers are counted, in words, as chips have them: what files of the page are named by.</summary>
    public IEnumerable<string> Conditions() => FilterText.Of(State.Counted, Published.Customers).Select(condition => condition.Text);

    /// <summary>The countries that no map knows.</summary>
    public ImmutableArray<string> Unplaced => [.. Countries.Where(country => country.Place is null).Select(country => country.Name)];

    /// <summary>The countries that are bubbles on a filled map.</summary>
    public ImmutableArray<string> Outlineless => [.. Countries.Where(country => country.Place is { } place && WorldOutlines.CodeOf(place) is null).Select(country => CountryText.NameOf(country.Name))];

    /// <summary>What the map shows first, in words.</summary>
    public string RegionName => State.Region switch
    {
        MapQuery.Home => Texts.MapHome,
        MapQuery.World => Texts.MapWorld,
        var region => CountryText.NameOf(MapQuery.ContinentOf(region)),
    };

    /// <summary>Works everything out.</summary>
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

    /// <summary>The number of a country that a metric shows.</summary>
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

    /// <summary>That number in a table.</summary>
    public static ChartCell CellOf(CountrySummary country, string metric) => metric switch
    {
        MapQuery.Revenue or MapQuery.Mean => ChartCell.Money(ValueOf(country, metric)),
        MapQuery.Customers => ChartCell.Whole(ValueOf(country, metric)),
        _ => ChartCell.Share(ValueOf(country, metric)),
    };

    /// <summary>What a metric is called where its unit is told.</summary>
    public static string HeadingOf(string metric, string name) => metric switch
    {
        MapQuery.Revenue or MapQuery.Mean => Headings.Money(name),
        MapQuery.Customers => name,
        _ => Headings.Share(name),
    };

    /// <summary>What a metric is called.</summary>
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
