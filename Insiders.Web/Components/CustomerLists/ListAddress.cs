using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Web.Components.ColumnGroups;
using Insiders.Web.Navigation;

namespace Insiders.Web.Components.CustomerLists;

/// <summary>The query of the list of customers. Parts that cannot be parsed take their default, so a mistyped address is never an error.</summary>
public sealed record ListAddress
{
    /// <summary>The page.</summary>
    public const string Path = "/customers";

    /// <summary>The key that distinguishes the list of all customers from a first visit, which opens a person's default view.</summary>
    public const string ViewKey = FilterAddress.View;

    /// <summary>The value of <see cref="ViewKey"/> for all customers.</summary>
    public const string Everybody = FilterAddress.Everybody;

    private const string SortKey = "sort";
    private const string DescendingKey = "desc";
    private const string PageKey = "page";
    private const string SizeKey = "size";
    private const string ColumnsKey = "columns";
    private const string Yes = "1";
    private const int StandardSize = 50;

    private static readonly ImmutableArray<string> s_standard =
        ["segment", CustomerTable.StageColumn, "country", "gross_revenue", "recency_days", "qtty_invoices", "qtty_items", CustomerMeasures.OrderValue, "return_rate"];

    /// <summary>Page sizes on offer.</summary>
    public static ImmutableArray<int> Sizes { get; } = [25, StandardSize, 100, 200];

    /// <summary>The address.</summary>
    public required AddressQuery Query { get; init; }

    /// <summary>The filter.</summary>
    public required CustomerFilter Filter { get; init; }

    /// <summary>The order.</summary>
    public required CustomerOrder Order { get; init; }

    /// <summary>The page number, from 1; the list may have fewer pages.</summary>
    public required int Page { get; init; }

    /// <summary>The page size, one of <see cref="Sizes"/>.</summary>
    public required int Size { get; init; }

    /// <summary>The columns of <see cref="ColumnCatalog"/> after the customer column; at least one.</summary>
    public required ImmutableArray<string> Columns { get; init; }

    /// <summary>Parses an address.</summary>
    /// <param name="query">The address.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="among">The audience that the address names; see <see cref="FilterAddress.Read"/>.</param>
    public static ListAddress Read(AddressQuery query, CustomerTable customers, NamedCustomers? among = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(customers);
        var chosen = (query.Find(ColumnsKey) ?? "").Split(',').Where(column => IsColumn(column, customers)).Distinct().ToImmutableArray();
        return new ListAddress
        {
            Query = query,
            Filter = FilterAddress.Read(query, customers, among),
            Order = query.Find(SortKey) is { } column && (column == "customer_id" || IsColumn(column, customers)) ? new(column, query.Find(DescendingKey) == Yes) : CustomerOrder.ByRevenue,
            Page = PageNumber.Read(query.Find(PageKey)),
            Size = int.TryParse(query.Find(SizeKey), NumberStyles.None, CultureInfo.InvariantCulture, out var size) && Sizes.Contains(size) ? size : StandardSize,
            Columns = chosen.IsEmpty ? Standard(customers) : chosen,
        };
    }

    /// <summary>Every column that can be chosen, in the order of <see cref="ColumnCatalog"/>.</summary>
    public static ImmutableArray<string> AllColumns(CustomerTable customers) => [.. ColumnCatalog.Of(customers).Select(column => column.Name)];

    /// <summary>The default columns.</summary>
    public static ImmutableArray<string> Standard(CustomerTable customers) => [.. s_standard.Where(column => IsColumn(column, customers))];

    /// <summary>True when a column has no numbers, so that it is sorted ascending first.</summary>
    public static bool IsWords(string column) => column == "customer_id" || ColumnCatalog.Find(column)?.Kind == ColumnKind.Words;

    /// <summary>The title of a column.</summary>
    public static string NameOf(string column) => column == "customer_id" ? Texts.CustomersCustomer : ColumnCatalog.TitleOf(column);

    /// <summary>Replaces the filter and goes to the first page.</summary>
    public string To(CustomerFilter filter) => AddressOf(FilterAddress.Write(Query, filter).Without(PageKey));

    /// <summary>Sorts by a column: reverses the order if it is already sorted by it, otherwise starts with the largest number or the first text.</summary>
    public string SortedBy(string column) => SortedBy(new CustomerOrder(column, column == Order.Column ? !Order.Descending : !IsWords(column)));

    /// <summary>Replaces the order and goes to the first page.</summary>
    public string SortedBy(CustomerOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var query = Query.Without(SortKey, DescendingKey, PageKey);
        query = order == CustomerOrder.ByRevenue ? query : query.With(SortKey, [order.Column]);
        return AddressOf(order == CustomerOrder.ByRevenue || !order.Descending ? query : query.With(DescendingKey, [Yes]));
    }

    /// <summary>Goes to a page.</summary>
    public string AtPage(int page) => AddressOf(Query.WithUnless(PageKey, page.ToString(CultureInfo.InvariantCulture), Yes));

    /// <summary>Replaces the page size and goes to the first page.</summary>
    public string OfSize(int size) => AddressOf(Query.Without(PageKey).WithUnless(SizeKey, size.ToString(CultureInfo.InvariantCulture), StandardSize.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Adds a column at the end, or removes it if it is shown; the last column cannot be removed.</summary>
    public string Toggled(string column, CustomerTable customers)
        => WithColumns(!Columns.Contains(column) ? Columns.Add(column) : Columns.Length > 1 ? Columns.Remove(column) : Columns, customers);

    /// <summary>Replaces the columns.</summary>
    public string WithColumns(ImmutableArray<string> columns, CustomerTable customers)
        => AddressOf(columns.SequenceEqual(Standard(customers)) ? Query.Without(ColumnsKey) : Query.With(ColumnsKey, [string.Join(',', columns)]));

    // An empty query would count as a first visit, which opens the person's default view, so the list of all customers has to be explicit.
    private static string AddressOf(AddressQuery query)
        => (query.Without(ViewKey) is { Pairs.IsEmpty: false } some ? some : AddressQuery.Empty.With(ViewKey, [Everybody])).To(Path);

    private static bool IsColumn(string column, CustomerTable customers) => AllColumns(customers).Contains(column);
}
