using System.Collections.Immutable;
using System.Globalization;

namespace Insiders.Core.Analysis;

/// <content>What sells best.</content>
public sealed partial class RunSales
{
    /// <summary>The products that some customers spent most on, highest first, then by code.</summary>
    /// <param name="rows">Whose purchases.</param>
    /// <param name="count">Products wanted at most, at least 1.</param>
    /// <param name="cancellationToken">Stops the statement.</param>
    public Task<ImmutableArray<BestSeller>> BestSellersAsync(ImmutableArray<int> rows, int count, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        return AskAsync(
            rows,
            source => string.Create(CultureInfo.InvariantCulture, $"""
                SELECT stock_code, coalesce(min(description), ''), CAST(sum(amount) AS DOUBLE) AS revenue, CAST(sum(quantity) AS BIGINT), CAST(count(DISTINCT customer_row) AS INTEGER)
                FROM {source} WHERE quantity >= 0 GROUP BY stock_code ORDER BY revenue DESC, stock_code LIMIT {count}
                """),
            reader => new BestSeller(reader.GetString(0), reader.GetString(1), reader.GetDouble(2), reader.GetInt64(3), reader.GetInt32(4)),
            cancellationToken);
    }
}
