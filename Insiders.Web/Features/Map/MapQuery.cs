using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Customers;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Map;

/// <summary>The query of the world map: metric, kind of map, filter, and the selected country.</summary>
/// <remarks>Parts that cannot be parsed are ignored, as in <see cref="FilterAddress"/>.</remarks>
public sealed record MapQuery
{
    /// <summary>The path of the page.</summary>
    public const string Path = "/map";

    /// <summary>Metrics other than <see cref="ShareOf"/>.</summary>
    public const string Revenue = "revenue", Customers = "customers", Mean = "mean";

    /// <summary>Prefix of the metric "share of a segment" in addresses; the segment's id follows.</summary>
    public const string ShareOf = "share-";

    /// <summary>Keys of the query that belong to this page.</summary>
    public const string MetricKey = "metric", KindKey = "kind", LogKey = "log", PlaceKey = "place", SortKey = "sort", UpKey = "up", RegionKey = "region", WithoutKey = "without";

    /// <summary>Regions other than the continents, whose values are the names in <see cref="Continent"/> in lower case.</summary>
    public const string Home = "home", World = "world";

    /// <summary>The value for a map with bubbles.</summary>
    public const string Bubbles = "bubbles";

    /// <summary>The address that was parsed.</summary>
    public required AddressQuery Query { get; init; }

    /// <summary><see cref="Revenue"/>, <see cref="Customers"/>, <see cref="Mean"/>, or <see cref="ShareOf"/> with the id of a segment.</summary>
    public required string Metric { get; init; }

    /// <summary>The segment whose share is shown; null for other metrics.</summary>
    public required long? SegmentId { get; init; }

    /// <summary>True for bubbles, false for filled countries.</summary>
    public required bool AsBubbles { get; init; }

    /// <summary>True for a logarithmic colour scale.</summary>
    public required bool IsLog { get; init; }

    /// <summary>Which customers are counted.</summary>
    public required CustomerFilter Filter { get; init; }

    /// <summary>The selected country, as the ledger spells it; null for none.</summary>
    public required string? Place { get; init; }

    /// <summary>The region the map shows first: <see cref="Home"/>, where the customers are; <see cref="World"/>; or a continent.</summary>
    public required string Region { get; init; }

    /// <summary>The excluded country, as the ledger spells it; null for none.</summary>
    public required string? Without { get; init; }

    /// <summary>The column by which the table is sorted: a metric, or <c>country</c>.</summary>
    public required string Sort { get; init; }

    /// <summary>True for the lowest first.</summary>
    public required bool IsUp { get; init; }

    /// <summary>Reads an address.</summary>
    /// <param name="query">The address.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="among">The audience that the address names; see <see cref="FilterAddress.Read"/>.</param>
    public static MapQuery Read(AddressQuery query, CustomerTable customers, NamedCustomers? among = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(customers);
        var (metric, segmentId) = query.Find(MetricKey) switch
        {
            Customers => (Customers, (long?)null),
            Mean => (Mean, null),
            { } text when text.StartsWith(ShareOf, StringComparison.Ordinal) && ReadId(text[ShareOf.Length..]) is { } id && customers.FindSegment(id) is not null => (text, id),
            _ => (Revenue, null),
        };
        return new MapQuery
        {
            Query = query,
            Metric = metric,
            SegmentId = segmentId,
            AsBubbles = query.Find(KindKey) == Bubbles,
            IsLog = query.Find(LogKey) is { } log ? log == "1" : metric is Revenue or Customers,
            Filter = FilterAddress.Read(query, customers, among),
            Region = query.Find(RegionKey) is { } region && (region == World || ContinentOf(region) is not null) ? region : Home,
            Without = query.Find(WithoutKey) is { Length: > 0 } without ? without : null,
            Place = query.Find(PlaceKey) is { Length: > 0 } place ? place : null,
            Sort = query.Find(SortKey) is { } sort and ("country" or Customers or Mean or "share") ? sort : Revenue,
            IsUp = query.Find(UpKey) == "1",
        };
    }

    /// <summary>The filter of the customers that are counted. A filter by segments is ignored for the share of a segment, which is a share of all customers of a country.</summary>
    public CustomerFilter Counted => SegmentId is null ? Filter : Filter with { SegmentIds = [] };

    /// <summary>The address with another metric and that metric's default colour scale.</summary>
    public string WithMetric(string metric) => Query.Without(LogKey).WithUnless(MetricKey, metric, Revenue).To(Path);

    /// <summary>The address with another kind of map.</summary>
    public string WithKind(bool asBubbles) => (asBubbles ? Query.With(KindKey, [Bubbles]) : Query.Without(KindKey)).To(Path);

    /// <summary>The address with a logarithmic or linear colour scale.</summary>
    public string WithLog(bool isLog) => Query.With(LogKey, [isLog ? "1" : "0"]).To(Path);

    /// <summary>The address with another filter.</summary>
    public string WithFilter(CustomerFilter filter) => FilterAddress.Write(Query, filter).To(Path);

    /// <summary>The address with another country selected; null for none.</summary>
    public string WithPlace(string? place) => (place is null ? Query.Without(PlaceKey) : Query.With(PlaceKey, [place])).To(Path);

    /// <summary>The address with another region.</summary>
    public string WithRegion(string region) => Query.WithUnless(RegionKey, region, Home).To(Path);

    /// <summary>The address with a country excluded, or none for null. An excluded country is also deselected.</summary>
    public string WithoutCountry(string? country) => country is null ? Query.Without(WithoutKey).To(Path) : (country == Place ? Query.Without(PlaceKey) : Query).With(WithoutKey, [country]).To(Path);

    /// <summary>The continent of a region; null when it is not a continent.</summary>
    public static Continent? ContinentOf(string region) => Enum.GetValues<Continent>().Where(continent => NameOf(continent) == region).Select(continent => (Continent?)continent).FirstOrDefault();

    /// <summary>The name of a continent in addresses.</summary>
    public static string NameOf(Continent continent) => continent.ToString().ToLowerInvariant();

    /// <summary>The address with the table sorted by a column, or in reverse if it is already sorted by it. Names start from A, numbers from the highest.</summary>
    public string SortedBy(string column)
        => Query.WithUnless(SortKey, column, Revenue).WithUnless(UpKey, (Sort == column ? !IsUp : column == "country") ? "1" : null, "").To(Path);

    /// <summary>The name of the metric that shows a segment's share.</summary>
    public static string ShareMetric(long segmentId) => string.Create(CultureInfo.InvariantCulture, $"{ShareOf}{segmentId}");

    private static long? ReadId(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
