using System.Collections.Immutable;
using Insiders.Core.Ledger;

namespace Insiders.Core.Customers.Sales;

/// <content>What is bought, and when in the week.</content>
public sealed partial class RunSales
{
    /// <summary>What a set of customers bought of every product, most revenue first; equal ones by code.</summary>
    /// <param name="rows">The set.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<ImmutableArray<ProductSales>> ProductsAsync(ImmutableArray<int> rows, CancellationToken cancellationToken) => AskProductsAsync(rows, cancellationToken);

    /// <summary>What everybody bought of every product, most revenue first; asked of DuckDB once.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the query, whose result is kept for the next caller.</param>
    public Task<ImmutableArray<ProductSales>> AllProductsAsync(CancellationToken cancellationToken) => _products.FindAsync(cancellationToken);

    /// <summary>What a set of customers sent back of every product, most money first; equal ones by code. What nobody returned is not there.</summary>
    /// <param name="rows">The set.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<ImmutableArray<ReturnedProduct>> ReturnedProductsAsync(ImmutableArray<int> rows, CancellationToken cancellationToken) => AskAsync(
        rows,
        source => $"""
            SELECT stock_code, coalesce(min(description) FILTER (WHERE quantity >= 0), min(description)), CAST(-sum(amount) FILTER (WHERE quantity < 0) AS DOUBLE) AS returned,
                CAST(-sum(quantity) FILTER (WHERE quantity < 0) AS DOUBLE), CAST(count(DISTINCT customer_row) FILTER (WHERE quantity < 0) AS INTEGER),
                CAST(coalesce(sum(quantity) FILTER (WHERE quantity >= 0), 0) AS DOUBLE), CAST(coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS DOUBLE)
            FROM {source} GROUP BY stock_code HAVING count(*) FILTER (WHERE quantity < 0) > 0 ORDER BY returned DESC, stock_code
            """,
        reader => new ReturnedProduct(
            reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt32(4), reader.GetDouble(5), reader.GetDouble(6)),
        cancellationToken);

    /// <summary>Who bought a product, by what they spent on it, highest first; equal ones by row.</summary>
    /// <param name="stockCode">Any text.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<ImmutableArray<ProductBuyer>> BuyersAsync(string stockCode, CancellationToken cancellationToken) => AskAsync(
        null,
        source => $"""
            SELECT customer_row, CAST(sum(amount) AS DOUBLE) AS revenue, CAST(sum(quantity) AS DOUBLE), CAST(count(DISTINCT invoice) AS INTEGER)
            FROM {source} WHERE quantity >= 0 AND stock_code = {LedgerSession.Quote(stockCode)} GROUP BY customer_row ORDER BY revenue DESC, customer_row
            """,
        reader => new ProductBuyer(reader.GetInt32(0), reader.GetDouble(1), reader.GetDouble(2), reader.GetInt32(3)),
        cancellationToken);

    /// <summary>What a set of customers bought in each hour of the week in which it bought something, from Monday on.</summary>
    /// <param name="rows">The set.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public Task<ImmutableArray<SalesHour>> HoursAsync(ImmutableArray<int> rows, CancellationToken cancellationToken) => AskAsync(
        rows,
        source => $"""
            SELECT CAST(isodow(sold_at) AS INTEGER), CAST(hour(sold_at) AS INTEGER), CAST(sum(amount) AS DOUBLE), CAST(count(DISTINCT invoice) AS INTEGER)
            FROM {source} WHERE quantity >= 0 GROUP BY 1, 2 ORDER BY 1, 2
            """,
        reader => new SalesHour((DayOfWeek)(reader.GetInt32(0) % 7), reader.GetInt32(1), reader.GetDouble(2), reader.GetInt32(3)),
        cancellationToken);

    private Task<ImmutableArray<ProductSales>> AskProductsAsync(ImmutableArray<int>? rows, CancellationToken cancellationToken) => AskAsync(
        rows,
        source => $"""
            SELECT stock_code, min(description), CAST(sum(amount) AS DOUBLE) AS revenue, CAST(sum(quantity) AS DOUBLE), CAST(count(DISTINCT customer_row) AS INTEGER)
            FROM {source} WHERE quantity >= 0 GROUP BY stock_code ORDER BY revenue DESC, stock_code
            """,
        reader => new ProductSales(reader.GetString(0), reader.IsDBNull(1) ? "" : reader.GetString(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt32(4)),
        cancellationToken);
}
