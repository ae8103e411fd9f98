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
        new(
            "WooCommerce: line items (Advanced Order Export)",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "Order Number",
                [LedgerColumn.Customer] = "Email (Billing)",
                [LedgerColumn.Status] = "Order Status",
                [LedgerColumn.SoldAt] = "Order Date",
                // What is left of the line after refunds. The order's total stands on each of its lines and is no amount of one.
                [LedgerColumn.Quantity] = "Quantity (- Refund)",
                [LedgerColumn.Description] = "Item Name",
                [LedgerColumn.StockCode] = "SKU",
                [LedgerColumn.UnitPrice] = "Item Cost",
                [LedgerColumn.Country] = "Country Code (Billing)",
            }.ToImmutableDictionary(),
            ["Order Number", "Order Date", "Item Name", "Quantity (- Refund)", "Item Cost", "Email (Billing)"],
            "https://wordpress.org/plugins/woo-order-export-lite/"),
        new(
            "Nomus ERP: pedidos de venda",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "Pedido",
                [LedgerColumn.Customer] = "Cliente",
                // The day of the order; the day of delivery is still to come.
                [LedgerColumn.SoldAt] = "Data de emissão",
                [LedgerColumn.Quantity] = "Qtde",
                [LedgerColumn.Description] = "Descrição do produto",
                [LedgerColumn.StockCode] = "Código do produto",
                [LedgerColumn.UnitPrice] = "Preço unitário",
            }.ToImmutableDictionary(),
            ["Pedido", "Cliente", "Empresa", "Data de emissão", "Código do produto", "Qtde", "Preço unitário"],
            "https://ajuda.nomus.com.br/support/solutions/articles/27000061126-arquivo-padr%C3%A3o-para-importac%C3%A3o-de-pedido-de-venda"),
        new(
            "Olist: order items with their orders and customers",
            new Dictionary<LedgerColumn, string>
            {
                [LedgerColumn.Invoice] = "order_id",
                // Who comes back has another customer_id with each order.
                [LedgerColumn.Customer] = "customer_unique_id",
                [LedgerColumn.Status] = "order_status",
                [LedgerColumn.SoldAt] = "order_purchase_timestamp",
                [LedgerColumn.StockCode] = "product_id",
                // A row is one item, and freight is none.
                [LedgerColumn.Amount] = "price",
                [LedgerColumn.Country] = "customer_state",
            }.ToImmutableDictionary(),
            ["order_id", "order_item_id", "product_id", "price", "order_purchase_timestamp", "customer_unique_id"],
            "https://github.com/pauloreis-ds/datasets/blob/HEAD/olist/README.md"),
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
