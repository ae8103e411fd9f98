using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Features;
using Insiders.Web.Navigation;

namespace Insiders.Web.Features.Explore;

/// <summary>What the address of the map of customers says: colours, third direction, filter, outline, audience, search, and the order of the list.</summary>
/// <remarks>What cannot be read is left out, as in <see cref="FilterAddress"/>.</remarks>
public sealed record ExploreQuery
{
    /// <summary>Where the page is.</summary>
    public const string Path = "/explore";

    /// <summary>Colours by segment.</summary>
    public const string Segments = "segment";

    /// <summary>Colours by cluster.</summary>
    public const string Clusters = "cluster";

    /// <summary>Keys of the address that are this page's own.</summary>
    public const string ColourKey = "colour", LogKey = "log", DepthKey = "depth", ClusterKey = "cluster", LassoKey = "lasso", BoxKey = "box", AudienceKey = FilterAddress.Audience,
        FindKey = "find", SortKey = "sort", UpKey = "up", PageKey = "page";

    /// <summary>The address all of this was read from.</summary>
    public required AddressQuery Query { get; init; }

    /// <summary><see cref="Segments"/>, <see cref="Clusters"/>, or a feature.</summary>
    public required string Colour { get; init; }

    /// <summary>True where colours follow the logarithm of the feature.</summary>
    public required bool IsLog { get; init; }

    /// <summary>The feature that is the third direction; null for a flat map.</summary>
    public required string? Depth { get; init; }

    /// <summary>Which customers are seen.</summary>
    public required CustomerFilter Filter { get; init; }

    /// <summary>Only customers of these clusters are seen; empty: of all.</summary>
    public required ImmutableArray<int> OnlyClusters { get; init; }

    /// <summary>The outline drawn around customers; null when there is none.</summary>
    public required Polygon? Outline { get; init; }

    /// <summary>The audience picked; null when none is.</summary>
    public required long? AudienceId { get; init; }

    /// <summary>The id of the customer searched for; empty when none is.</summary>
    public required string Find { get; init; }

    /// <summary>How the list is sorted.</summary>
    public required CustomerOrder Order { get; init; }

    /// <summary>Which page of the list, from 1.</summary>
    public required int Page { get; init; }

    /// <summary>True where a value colours customers, not a group.</summary>
    public bool IsScale => Colour is not (Segments or Clusters);

    /// <summary>True where not everybody is seen or picked.</summary>
    public bool IsNarrowed => !Filter.IsNone || !OnlyClusters.IsEmpty || Outline is not null || AudienceId is not null;

    /// <summary>Reads an address.</summary>
    public static ExploreQuery Read(AddressQuery query, CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(customers);
        var colour = query.Find(ColourKey) is { } named && (named == Clusters || customers.ProfileNames.Contains(named)) ? named : Segments;
        var sort = query.Find(SortKey) is { } column && (customers.Has(column) || CustomerTable.FixedColumns.Contains(column)) ? column : CustomerOrder.ByRevenue.Column;
        return new ExploreQuery
        {
            Query = query,
            Colour = colour,
            IsLog = query.Find(LogKey) is { } log ? log == "1" : IsLogByItself(colour),
            Depth = query.Find(DepthKey) is { } depth && customers.ProfileNames.Contains(depth) ? depth : null,
            Filter = FilterAddress.Read(query, customers),
            OnlyClusters = [.. query.All(ClusterKey).Select(Whole).OfType<int>().Distinct()],
            Outline = OutlineText.ReadLasso(query.Find(LassoKey)) ?? OutlineText.ReadBox(query.Find(BoxKey)),
            AudienceId = FilterAddress.ReadId(query.Find(AudienceKey)),
            Find = query.Find(FindKey)?.Trim() ?? "",
            Order = new CustomerOrder(sort, Descending: query.Find(UpKey) != "1"),
            Page = PageNumber.Read(query.Find(PageKey)),
        };
    }

    /// <summary>The address with another value of a key; the list starts over.</summary>
    public string With(string key, string? value) => Start(value is { Length: > 0 } ? Query.With(key, [value]) : Query.Without(key));

    /// <summary>The address with other colours; whether they are logarithmic is up to the feature again.</summary>
    public string WithColour(string colour) => Start(Query.Without(LogKey).WithUnless(ColourKey, colour, Segments));

    /// <summary>The address with another filter.</summary>
    public string WithFilter(CustomerFilter filter) => Start(FilterAddress.Write(Query, filter).With(AudienceKey, Query.All(AudienceKey)));

    /// <summary>The address with a cluster added, or taken away when it was there.</summary>
    public string WithToggled(int cluster)
        => Start(Query.With(ClusterKey, (OnlyClusters.Contains(cluster) ? OnlyClusters.Remove(cluster) : OnlyClusters.Add(cluster)).Select(Text)));

    /// <summary>The address with an outline instead of the outline or audience it had.</summary>
    /// <param name="key"><see cref="LassoKey"/> or <see cref="BoxKey"/>.</param>
    /// <param name="corners">As <see cref="OutlineText"/> reads them.</param>
    public string WithOutline(string key, string corners) => Start(Query.Without(LassoKey, BoxKey, AudienceKey).With(key, [corners]));

    /// <summary>The address with an audience instead of everything that picked before.</summary>
    public string WithAudience(long audienceId) => Start(FilterAddress.Write(Query, CustomerFilter.None).Without(LassoKey, BoxKey, ClusterKey).With(AudienceKey, [audienceId.ToString(CultureInfo.InvariantCulture)]));

    /// <summary>The address without outline and audience.</summary>
    public string WithoutPick() => Start(Query.Without(LassoKey, BoxKey, AudienceKey));

    /// <summary>The address without anything that narrows.</summary>
    public string WithEverybody() => Start(FilterAddress.Write(Query, CustomerFilter.None).Without(LassoKey, BoxKey, AudienceKey, ClusterKey));

    /// <summary>The address of another page of the list.</summary>
    public string WithPage(int page) => Query.WithUnless(PageKey, Text(page), "1").To(Path);

    /// <summary>The address with the list sorted by a column: the other way round when it is sorted by it already.</summary>
    public string SortedBy(string column)
        => Start(Query.WithUnless(SortKey, column, CustomerOrder.ByRevenue.Column).WithUnless(UpKey, Order.Column == column && Order.Descending ? "1" : null, ""));

    /// <summary>Those parts of the address that say who is picked: what the mask, the export and the list have in common.</summary>
    public AddressQuery Picking()
        => FilterAddress.Write(AddressQuery.Empty, Filter) is var filter
            ? filter with { Pairs = [.. filter.Pairs, .. Query.Pairs.Where(pair => pair.Key is LassoKey or BoxKey or AudienceKey or ClusterKey)] }
            : filter;

    /// <summary>Money and counts spread over orders of magnitude: their colours say more on a logarithmic scale.</summary>
    private static bool IsLogByItself(string feature) => feature is not (Segments or Clusters) && CustomerTable.UnitOf(feature) is FeatureUnit.Money or FeatureUnit.Count;

    private static string Start(AddressQuery query) => query.Without(PageKey).To(Path);

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
