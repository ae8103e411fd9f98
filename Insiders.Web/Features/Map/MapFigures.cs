using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Core.Segments;
using Insiders.Web.Charts.Spec;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Map;

/// <summary>What the world map shows for one address.</summary>
public sealed record MapFigures
{
    /// <summary>The published run.</summary>
    public required PublishedRun Published { get; init; }

    /// <summary>The address.</summary>
    public required MapState State { get; init; }

    /// <summary>Every country with a customer who is counted, in the order of the table.</summary>
    public required ImmutableArray<CountryFigures> Countries { get; init; }

    /// <summary>All who are counted as one group.</summary>
    public required GroupProfile Whole { get; init; }

    /// <summary>The parts of the world with a customer who is counted, most customers first.</summary>
    public required ImmutableArray<ContinentFigures> Continents { get; init; }

    /// <summary>The continent with most customers, of the country left out too; null where none is known.</summary>
    public required Continent? MainContinent { get; init; }

    /// <summary>The country with most customers while all are counted, as the ledger spells it; null where there are fewer than two.</summary>
    public required string? Largest { get; init; }

    /// <summary>The country left out, with its shares of all; null when none is, or nobody of it passes the filter.</summary>
    public required CountryFigures? LeftOut { get; init; }

    /// <summary>The country chosen; null when none is, or nobody of it is counted.</summary>
    public required CountryStory? Story { get; init; }

    /// <summary>Whose customers are counted, in words, as chips have them: what files of the page are named by.</summary>
    public IEnumerable<string> Conditions() => FilterWords.Of(State.Counted, Published.Customers).Select(condition => condition.Text);

    /// <summary>The countries that no map knows.</summary>
    public ImmutableArray<string> Unplaced => [.. Countries.Where(country => country.Place is null).Select(country => country.Name)];

    /// <summary>The countries that are bubbles on a filled map.</summary>
    public ImmutableArray<string> Outlineless => [.. Countries.Where(country => country.Place is { } place && WorldOutlines.CodeOf(place) is null).Select(country => CountryText.NameOf(country.Name))];

    /// <summary>What the map shows first, in words.</summary>
    public string RegionName => State.Region switch
    {
        MapState.Home => Texts.MapHome,
        MapState.World => Texts.MapWorld,
        var region => CountryText.NameOf(MapState.ContinentOf(region)),
    };

    /// <summary>Works everything out.</summary>
    public static async Task<MapFigures> ReadAsync(PublishedRun published, MapState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(state);
        var customers = published.Customers;
        var passing = customers.Select(state.Counted);
        var everywhere = CountryFigures.Of(customers, passing, state.SegmentId);
        var leftOut = everywhere.FirstOrDefault(country => country.Name == state.Without);
        var rows = leftOut is null ? passing : [.. passing.Where(row => customers.Countries[row] != leftOut.Name)];
        var countries = leftOut is null ? everywhere : CountryFigures.Of(customers, rows, state.SegmentId);
        var chosen = countries.FirstOrDefault(country => country.Name == state.Place);
        return new MapFigures
        {
            Published = published,
            State = state,
            Countries = Sorted(countries, state),
            Continents = ContinentFigures.Of(countries),
            MainContinent = ContinentFigures.Of(everywhere).FirstOrDefault()?.Continent,
            Largest = everywhere.Length < 2 ? null : everywhere.MaxBy(country => country.Customers)!.Name,
            LeftOut = leftOut,
            Whole = customers.Profile(rows),
            Story = chosen is null ? null : await CountryStory.ReadAsync(published, chosen, state.Counted, cancellationToken),
        };
    }

    /// <summary>The number of a country that a metric shows.</summary>
    public static double ValueOf(CountryFigures country, string metric)
    {
        ArgumentNullException.ThrowIfNull(country);
        return metric switch
        {
            MapState.Revenue => country.RevenueAmount,
            MapState.Customers => country.Customers,
            MapState.Mean => country.MeanRevenueAmount,
            _ => country.SegmentShare,
        };
    }

    /// <summary>That number in a table.</summary>
    public static ChartCell CellOf(CountryFigures country, string metric) => metric switch
    {
        MapState.Revenue or MapState.Mean => ChartCell.Money(ValueOf(country, metric)),
        MapState.Customers => ChartCell.Whole(ValueOf(country, metric)),
        _ => ChartCell.Share(ValueOf(country, metric)),
    };

    /// <summary>What a metric is called where its unit is told.</summary>
    public static string HeadingOf(string metric, string name) => metric switch
    {
        MapState.Revenue or MapState.Mean => Headings.Money(name),
        MapState.Customers => name,
        _ => Headings.Share(name),
    };

    /// <summary>What a metric is called.</summary>
    public string MetricName => State.Metric switch
    {
        MapState.Revenue => Texts.MapRevenue,
        MapState.Customers => Texts.MapCustomers,
        MapState.Mean => Texts.MapMean,
        _ => Figures.Fill(Texts.MapShareOf, SegmentName),
    };

    /// <summary>The name of the segment whose share is shown.</summary>
    public string SegmentName => State.SegmentId is { } id && Published.Customers.FindSegment(id) is { } segment ? Figures.NameOf(segment.Segment.Name) : "";

    private static ImmutableArray<CountryFigures> Sorted(ImmutableArray<CountryFigures> countries, MapState state)
    {
        var sorted = state.Sort switch
        {
            "country" => countries.OrderByDescending(country => CountryText.NameOf(country.Name), StringComparer.CurrentCulture),
            var column => countries.OrderByDescending(country => ValueOf(country, column)),
        };
        return state.IsUp ? [.. sorted.Reverse()] : [.. sorted];
    }
}
