using System.Collections.Immutable;
using Insiders.Core.Customers.Periods;

namespace Insiders.Core.Customers.Sales;

/// <content>Sales day by day.</content>
public sealed partial class RunSales
{
    private const string OfDay = """
        CAST(sold_at AS DATE) AS day,
        CAST(coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS DOUBLE), CAST(coalesce(sum(quantity) FILTER (WHERE quantity >= 0), 0) AS DOUBLE),
        CAST(count(DISTINCT invoice) FILTER (WHERE quantity >= 0) AS INTEGER), CAST(coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0) AS DOUBLE)
        """;

    /// <summary>What every customer did on every day on which it did something, by row of the base.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the query, whose result is kept for the next caller.</param>
    /// <remarks>Asked of DuckDB once; everything by day, week or month, for any set of customers, is a sum over this in memory. 405,522 lines take about 60 ms from their file.</remarks>
    public Task<DailySales> CustomerDaysAsync(CancellationToken cancellationToken) => _customerDays.FindAsync(cancellationToken);

    /// <summary>What was sold of every product on every day, by its place in <see cref="AllProductsAsync"/>. What was only ever returned is no product there.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the query, whose result is kept for the next caller.</param>
    public Task<DailySales> ProductDaysAsync(CancellationToken cancellationToken) => _productDays.FindAsync(cancellationToken);

    private async Task<DailySales> AskCustomerDaysAsync() => new(_customers, await AskAsync(
        null,
        source => $"SELECT customer_row, {OfDay} FROM {source} GROUP BY customer_row, day",
        reader => new DaySale(reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt32(4), reader.GetDouble(5)),
        CancellationToken.None));

    private async Task<DailySales> AskProductDaysAsync()
    {
        var products = await AllProductsAsync(CancellationToken.None);
        var places = products.Select((product, place) => (product.StockCode, place)).ToDictionary(pair => pair.StockCode, pair => pair.place, StringComparer.Ordinal);
        var cells = await AskAsync(
            null,
            source => $"SELECT stock_code, {OfDay} FROM {source} GROUP BY stock_code, day",
            reader => new DaySale(
                places.GetValueOrDefault(reader.GetString(0), -1), reader.GetFieldValue<DateOnly>(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt32(4), reader.GetDouble(5)),
            CancellationToken.None);
        return new(products.Length, ImmutableArray.CreateRange(cells.Where(cell => cell.Place >= 0)));
    }
}
