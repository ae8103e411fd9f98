using System.Collections.Immutable;

namespace Insiders.Core.Import;

/// <summary>An export that a well-known program writes: its headings say which it is, and what each of its columns means.</summary>
/// <param name="Name">The program and the export.</param>
/// <param name="Columns">The heading of each column of the ledger; a column that is not there is not in the export.</param>
/// <param name="Required">Headings that only this export has together.</param>
/// <param name="Source">The page that the headings were taken from.</param>
public sealed record ImportTemplate(string Name, ImmutableDictionary<LedgerColumn, string> Columns, ImmutableArray<string> Required, string Source)
{
    /// <summary>The exports known, read by detection.</summary>
    public static ImmutableArray<ImportTemplate> All { get; } =
    [
        new(
            "Shopify: orders",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "Name",
                [LedgerColumn.Customer] = "Email",
                [LedgerColumn.Status] = "Financial Status",
                [LedgerColumn.SoldAt] = "Created at",
                [LedgerColumn.Quantity] = "Lineitem quantity",
                [LedgerColumn.Description] = "Lineitem name",
                [LedgerColumn.UnitPrice] = "Lineitem price",
                [LedgerColumn.StockCode] = "Lineitem sku",
                [LedgerColumn.Country] = "Billing Country",
                [LedgerColumn.Currency] = "Currency",
            }.ToImmutableDictionary(),
            ["Name", "Financial Status", "Created at", "Lineitem name", "Lineitem price"],
            "https://docs.xbp.app/docs/development/integrations/shopify/order-format"),
        new(
            "Amazon: order report",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "order-id",
                [LedgerColumn.Customer] = "buyer-email",
                [LedgerColumn.SoldAt] = "purchase-date",
                [LedgerColumn.Quantity] = "quantity-purchased",
                [LedgerColumn.Description] = "product-name",
                [LedgerColumn.StockCode] = "sku",
                // The amount of the line: the price of one item is nowhere in this report.
                [LedgerColumn.Amount] = "item-price",
                [LedgerColumn.Country] = "ship-country",
                [LedgerColumn.Currency] = "currency",
            }.ToImmutableDictionary(),
            ["order-id", "order-item-id", "purchase-date", "buyer-email", "quantity-purchased", "item-price"],
            "https://sellercentral-europe.amazon.com/gp/help/external/help.html?itemID=201648780"),
        new(
            "Northwind: order details",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "OrderID",
                [LedgerColumn.Customer] = "CustomerID",
                [LedgerColumn.SoldAt] = "OrderDate",
                [LedgerColumn.Quantity] = "Quantity",
                [LedgerColumn.Description] = "ProductName",
                [LedgerColumn.StockCode] = "ProductID",
                [LedgerColumn.UnitPrice] = "UnitPrice",
                // A share: 0.15 takes 15 % off the line. Freight is of the whole order and no line.
                [LedgerColumn.Discount] = "Discount",
                [LedgerColumn.Country] = "ShipCountry",
            }.ToImmutableDictionary(),
            ["OrderID", "CustomerID", "OrderDate", "ProductID", "UnitPrice", "Quantity", "Discount"],
            "https://github.com/AlaSQL/alasql/blob/develop/test-sql/northwind/n04.sql"),
    ];

    /// <summary>The export that a file's headings belong to; null for any other file.</summary>
    /// <param name="headers">The headings of the file.</param>
    public static ImportTemplate? Find(IReadOnlyList<string> headers)
    {
        ArgumentNullException.ThrowIfNull(headers);
        var keys = headers.Select(HeaderNames.Key).ToHashSet(StringComparer.Ordinal);
        return All.FirstOrDefault(template => template.Required.All(heading => keys.Contains(HeaderNames.Key(heading))));
    }
}
