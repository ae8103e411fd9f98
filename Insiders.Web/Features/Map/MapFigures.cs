using System.Collections.Immutable;
using Insiders.Core.Analysis;
using Insiders.Core.Segments;
using Insiders.Web.Charts;
using Insiders.Web.Shared;
using Insiders.Web.Shared.Address;
using Insiders.Web.Shared.Base;

namespace Insiders.Web.Features.Map;

/// <summary>What the world map shows for one address.</summary>
public sealed record MapFigures
{
    /// <summary>The published run.</summary>
    public required PublishedBase Published { get; init; }

    /// <summary>The address.</summary>
    public required MapState State { get; init; }

    /// <summary>Every country with a customer who is counted, in the order of the table.</summary>
    public required ImmutableArray<CountryFigures> Countries { get; init; }

    /// <summary>All who are counted as one group.</summary>
    public required GroupProfile Whole { get; init; }

    /// <summary>The country chosen; null when none is, or nobody of it is counted.</summary>
    public required CountryStory? Story { get; init; }

    /// <summary>Whose customers are counted, in words, as chips have them: what files of the page are named by.</summary>
    public IEnumerable<string> Conditions() => FilterWords.Of(State.Counted, Published.Customers).Select(condition => condition.Text);

    /// <summary>The countries that no map knows.</summary>
    public ImmutableArray<string> Unplaced => [.. Countries.Where(country => country.Place is null).Select(country => country.Name)];

    /// <summary>The countries that are bubbles on a filled map.</summary>
    public ImmutableArray<string> Outlineless => [.. Countries.Where(country => country.Place is { } place && WorldOutlines.CodeOf(place) is null).Select(country => country.Name)];

    /// <summary>Works everything out.</summary>
    public static async Task<MapFigures> ReadAsync(PublishedBase published, MapState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(published);
        ArgumentNullException.ThrowIfNull(state);
        var rows = published.Customers.Select(state.Counted);
        var countries = CountryFigures.Of(published.Customers, rows, state.SegmentId);
        var chosen = countries.FirstOrDefault(country => country.Name == state.Place);
        return new MapFigures
        {
            Published = published,
            State = state,
            Countries = Sorted(countries, state),
            Whole = published.Customers.Profile(rows),
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
            "country" => countries.OrderByDescending(country => country.Name, StringComparer.CurrentCulture),
            var column => countries.OrderByDescending(country => ValueOf(country, column)),
        };
        return state.IsUp ? [.. sorted.Reverse()] : [.. sorted];
    }
}
