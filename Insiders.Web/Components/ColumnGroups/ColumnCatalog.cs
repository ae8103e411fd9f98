using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Outlooks;

namespace Insiders.Web.Components.ColumnGroups;

/// <summary>Every customer column by topic. The list's columns and ranges, the colours of the projection and the glossary read it.</summary>
/// <remarks>A run's column that is not in the catalogue (from an older release) is grouped with the model's.</remarks>
public static class ColumnCatalog
{
    /// <summary>The columns by group, the most used first.</summary>
    public static ImmutableArray<ColumnEntry> All { get; } =
    [
        new("segment", ColumnGroup.Customer, ColumnKind.Words, () => Texts.ColumnSegment),
        new(CustomerTable.StageColumn, ColumnGroup.Customer, ColumnKind.Words, () => Texts.StageTitle),
        new("country", ColumnGroup.Customer, ColumnKind.Words, () => Texts.CustomersCountry),
        Measure("gross_revenue", ColumnGroup.Money),
        Measure(SalesMeasures.NetRevenue, ColumnGroup.Money),
        Measure(CustomerMeasures.OrderValue, ColumnGroup.Money),
        Measure("avg_ticket", ColumnGroup.Money),
        .. OutlookColumns.Horizons.Select(days => Measure(SalesMeasures.ExpectedRevenue(days), ColumnGroup.Money)),
        Measure("recency_days", ColumnGroup.Time),
        Measure(SalesMeasures.LastPurchase, ColumnGroup.Time),
        Measure(SalesMeasures.DaysOverdue, ColumnGroup.Time),
        Measure(SalesMeasures.CustomerSince, ColumnGroup.Time),
        Measure("qtty_invoices", ColumnGroup.Time),
        Measure("avg_recency", ColumnGroup.Time),
        Measure("frequency", ColumnGroup.Time),
        Measure(SalesMeasures.StayChance, ColumnGroup.Time),
        .. OutlookColumns.Horizons.Select(days => Measure(SalesMeasures.ExpectedOrders(days), ColumnGroup.Time)),
        Measure("qtty_items", ColumnGroup.Basket),
        Measure("qtty_unique_items", ColumnGroup.Basket),
        Measure("avg_basket_size", ColumnGroup.Basket),
        Measure("avg_unique_basket_size", ColumnGroup.Basket),
        Measure("return_rate", ColumnGroup.Basket),
        Measure("qtty_returns", ColumnGroup.Basket),
        .. ((string[])["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]).Select(day => Measure(day, ColumnGroup.Calendar)),
        .. Enumerable.Range(1, 31).Select(day => Measure(string.Create(CultureInfo.InvariantCulture, $"day_{day:00}"), ColumnGroup.Calendar)),
        new("cluster", ColumnGroup.Model, ColumnKind.Words, () => Texts.CustomersCluster),
        new("silhouette", ColumnGroup.Model, ColumnKind.Number, () => Texts.CustomersFit),
        Measure("latitude", ColumnGroup.Model),
        Measure("longitude", ColumnGroup.Model),
    ];

    private static readonly FrozenDictionary<string, (ColumnEntry Entry, int Place)> s_byName = All.Select((entry, place) => (entry, place)).ToFrozenDictionary(pair => pair.entry.Name, StringComparer.Ordinal);

    /// <summary>Finds a column by name; null when the catalogue has none.</summary>
    public static ColumnEntry? Find(string name) => s_byName.TryGetValue(name, out var found) ? found.Entry : null;

    /// <summary>The title of a column; its own name when it is not in the catalogue.</summary>
    public static string TitleOf(string name) => Find(name)?.Title() ?? Headings.Of(name);

    /// <summary>The group of a column.</summary>
    public static ColumnGroup GroupOf(string name) => Find(name)?.Group ?? ColumnGroup.Model;

    /// <summary>The columns that a table of customers has, in the order of the catalogue; those not in the catalogue come last.</summary>
    public static ImmutableArray<ColumnEntry> Of(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return
        [
            .. All.Where(entry => entry.Kind == ColumnKind.Measure ? customers.Has(entry.Name) : entry.Name != CustomerTable.StageColumn || customers.Stages is not null),
            .. customers.MeasureNames.Where(name => !s_byName.ContainsKey(name)).Select(name => Measure(name, ColumnGroup.Model)),
        ];
    }

    /// <summary>The numeric measures of a table of customers.</summary>
    public static ImmutableArray<ColumnEntry> MeasuresOf(CustomerTable customers) => [.. Of(customers).Where(entry => entry.Kind == ColumnKind.Measure)];

    /// <summary>Those of a base that every customer has a size of: what colours and heights are of.</summary>
    public static ImmutableArray<ColumnEntry> SizesOf(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return [.. MeasuresOf(customers).Where(entry => !SalesMeasures.All.Any(measure => measure.Name == entry.Name))];
    }

    /// <summary>Groups items by the topic of their column, with groups and columns in the order of the catalogue.</summary>
    /// <param name="things">Items that belong to a column.</param>
    /// <param name="nameOf">Gets the column's name of an item.</param>
    public static IEnumerable<IGrouping<ColumnGroup, T>> Grouped<T>(IEnumerable<T> things, Func<T, string> nameOf)
        => things.OrderBy(thing => PlaceOf(nameOf(thing))).GroupBy(thing => GroupOf(nameOf(thing)));

    /// <summary>True when a text is part of a column's title or of its name in files, ignoring case and accents; an empty text matches every column.</summary>
    public static bool Has(ColumnEntry entry, string text)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(text);
        return CultureInfo.CurrentCulture.CompareInfo is var words
            && new[] { entry.Title(), entry.Name, TitleOf(entry.Group) }.Any(word => words.IndexOf(word, text.Trim(), CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0);
    }

    /// <summary>The title of a group.</summary>
    public static string TitleOf(ColumnGroup group) => group switch
    {
        ColumnGroup.Customer => Texts.ColumnGroupCustomer,
        ColumnGroup.Money => Texts.ColumnGroupMoney,
        ColumnGroup.Time => Texts.ColumnGroupTime,
        ColumnGroup.Basket => Texts.ColumnGroupBasket,
        ColumnGroup.Calendar => Texts.ColumnGroupCalendar,
        _ => Texts.ColumnGroupModel,
    };

    private static int PlaceOf(string name) => s_byName.TryGetValue(name, out var found) ? found.Place : All.Length;

    private static ColumnEntry Measure(string name, ColumnGroup group) => new(name, group, ColumnKind.Measure, () => Headings.Of(name));
}
