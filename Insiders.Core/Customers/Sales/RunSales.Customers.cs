using System.Collections.Immutable;
using System.Globalization;

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
            SELECT invoice, stock_code, coalesce(description, ''), CAST(quantity AS DOUBLE), sold_at, CAST(unit_price AS DOUBLE), CAST(amount AS DOUBLE)
            FROM {source} WHERE customer_row = {row} ORDER BY sold_at, invoice, stock_code, quantity, unit_price
            """),
        reader => new CustomerSale(reader.GetString(0), reader.GetString(1), reader.GetString(2), reader.GetDouble(3), reader.GetDateTime(4), reader.GetDouble(5), reader.GetDouble(6)),
        cancellationToken);
}
