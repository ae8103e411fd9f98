using System.Collections.Immutable;

namespace Insiders.Core.Customers.Sales;

/// <content>Sales over time.</content>
public sealed partial class RunSales
{
    /// <summary>What every customer did in every month in which it did something, by row, then by month.</summary>
    /// <param name="cancellationToken">Cancels the wait, not the query, whose result is kept for the next caller.</param>
    /// <remarks>Asked of DuckDB once; everything by month, for any set of customers, is a sum over this in memory. An entry takes 48 bytes.</remarks>
    public Task<ImmutableArray<CustomerMonth>> CustomerMonthsAsync(CancellationToken cancellationToken) => _months.FindAsync(cancellationToken);

    /// <summary>Times without any sale that are too long to be the shop's habit, ascending.</summary>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<ImmutableArray<SalesGap>> FindGapsAsync(CancellationToken cancellationToken)
        => SalesGap.Find(await AskAsync(null, source => $"SELECT DISTINCT CAST(sold_at AS DATE) AS day FROM {source} ORDER BY day", reader => reader.GetFieldValue<DateOnly>(0), cancellationToken));

    private Task<ImmutableArray<CustomerMonth>> AskMonthsAsync() => AskAsync(
        null,
        source => $"""
            SELECT customer_row, CAST(date_trunc('month', sold_at) AS DATE) AS month,
                CAST(coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS DOUBLE), CAST(coalesce(sum(quantity) FILTER (WHERE quantity >= 0), 0) AS DOUBLE),
                CAST(count(DISTINCT invoice) FILTER (WHERE quantity >= 0) AS INTEGER),
                CAST(coalesce(-sum(quantity) FILTER (WHERE quantity < 0), 0) AS DOUBLE), CAST(coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0) AS DOUBLE)
            FROM {source} GROUP BY ALL ORDER BY ALL
            """,
        reader => new CustomerMonth(
            reader.GetInt32(0), reader.GetFieldValue<DateOnly>(1), reader.GetDouble(2), reader.GetDouble(3), reader.GetInt32(4), reader.GetDouble(5), reader.GetDouble(6)),
        CancellationToken.None);
}
