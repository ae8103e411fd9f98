using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Customers.Sales;

/// <content>Sales of one customer.</content>
public sealed partial class RunSales
{
    /// <summary>Every line of one customer, oldest first.</summary>
    /// <param name="row">The customer's row in its base.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <returns>No line where the run's sales have none of this customer.</returns>
    /// <remarks>Sales lie sorted by customer, so that most of them are passed over: a few milliseconds on 405,522 lines.</remarks>
    public Task<ImmutableArray<CustomerSale>> SalesOfAsync(int row, CancellationToken cancellationToken) => AskAsync(
        null,
        source => string.Create(CultureInfo.InvariantCulture, $"""
            SELECT invoice, stock_code, coalesce(description, ''), CAST(quantity AS BIGINT), sold_at, CAST(unit_price AS DOUBLE), CAST(amount AS DOUBLE)
            FROM {source} WHERE customer_row = {row} ORDER BY sold_at, invoice, stock_code, quantity, unit_price
            """),
        reader => new CustomerSale(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetInt64(3), reader.GetDateTime(4), reader.GetDouble(5), reader.GetDouble(6)),
        cancellationToken);

    /// <summary>On which days each customer bought, up to a day.</summary>
    /// <param name="asOf">The last day that counts.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    /// <remarks>405,522 lines take about 30 ms from their file, less from memory.</remarks>
    public async Task<PurchaseDays> PurchaseDaysAsync(DateOnly asOf, CancellationToken cancellationToken) => new(_customers, await AskAsync(
        null,
        source => string.Create(CultureInfo.InvariantCulture, $"""
            SELECT DISTINCT customer_row, CAST(sold_at AS DATE) FROM {source} WHERE quantity >= 0 AND sold_at < DATE '{asOf:yyyy-MM-dd}' + INTERVAL 1 DAY
            """),
        reader => (reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1)),
        cancellationToken));
}
