using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;

namespace Insiders.Core.Features;

/// <summary>The columns that features are made of: one row per customer.</summary>
/// <remarks>
/// Two passes over the clean lines, each a plain grouping that can spill: by customer, invoice and day, and by customer and
/// product. What is counted as distinct is counted over those groups, not over lines.
/// </remarks>
internal static class CustomerAggregate
{
    /// <summary>Columns and their aggregates over one customer's visits. A purchase is a line of goods with a quantity of 0 or more; a discount lowers the money and is no line.</summary>
    internal static ImmutableArray<(string Column, string Sql)> Columns { get; } =
    [
        ("country", "min(country)"),
        ("gross_revenue_amount", "sum(bought_amount)"),
        ("purchase_lines", "CAST(sum(bought_lines) AS BIGINT)"),
        ("bought_items", "CAST(sum(bought_items) AS DOUBLE)"),
        ("returned_items", "CAST(sum(returned_items) AS DOUBLE)"),
        ("returned_amount", "sum(returned_amount)"),
        ("invoices", "count(DISTINCT invoice) FILTER (WHERE bought_lines > 0)"),
        ("purchase_days", "count(DISTINCT day) FILTER (WHERE bought_lines > 0)"),
        ("first_purchase", "min(day) FILTER (WHERE bought_lines > 0)"),
        ("last_purchase", "max(day) FILTER (WHERE bought_lines > 0)"),
        .. Enumerable.Range(1, 7).Select(day => (Weekday(day), Invariant($"sum(bought_amount) FILTER (WHERE isodow(day) = {day})"))),
        .. Enumerable.Range(1, 31).Select(day => (DayOfMonth(day), Invariant($"sum(bought_amount) FILTER (WHERE day(day) = {day})"))),
    ];

    /// <summary>Name of a weekday's column of money.</summary>
    /// <param name="day">1 (Monday) to 7 (Sunday).</param>
    internal static string Weekday(int day) => Invariant($"weekday_{day}_amount");

    /// <summary>Name of the column of money of a day of the month.</summary>
    /// <param name="day">1 to 31.</param>
    internal static string DayOfMonth(int day) => Invariant($"day_{day}_amount");

    /// <summary>The query that has one row per customer with the columns above, <c>products</c>, <c>latitude</c>, <c>longitude</c>, <c>as_of</c> and <c>span_days</c>.</summary>
    internal static string Query(DateOnly firstDate, DateOnly asOf) => Invariant($"""
        WITH lines AS (SELECT * FROM {CleaningSql.LinesTable} WHERE customer_no IS NOT NULL AND sold_at < DATE '{asOf:yyyy-MM-dd}' + INTERVAL 1 DAY),
        visits AS (SELECT customer_no, invoice, CAST(sold_at AS DATE) AS day, place_no,
                count(*) FILTER (WHERE quantity >= 0 AND goods) AS bought_lines,
                coalesce(sum(quantity) FILTER (WHERE quantity >= 0), 0) AS bought_items,
                coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS bought_amount,
                coalesce(-sum(quantity) FILTER (WHERE quantity < 0), 0) AS returned_items,
                coalesce(-sum(amount) FILTER (WHERE quantity < 0), 0) AS returned_amount
            FROM lines GROUP BY ALL),
        bought AS (SELECT customer_no, count(*) AS products
            FROM (SELECT DISTINCT customer_no, stock_no FROM lines WHERE quantity >= 0 AND goods) GROUP BY customer_no),
        customers AS (SELECT customer_no, {string.Join(", ", Columns.Select(column => $"{column.Sql} AS {column.Column}"))}
            FROM visits LEFT JOIN {CleaningSql.PlacesTable} USING (place_no) GROUP BY customer_no)
        SELECT customers.*, customer_id, coalesce(products, 0) AS products, coalesce(place.latitude, 0) AS latitude, coalesce(place.longitude, 0) AS longitude,
            DATE '{asOf:yyyy-MM-dd}' AS as_of, {asOf.DayNumber - firstDate.DayNumber} AS span_days
        FROM customers JOIN {CleaningSql.CustomersTable} USING (customer_no) LEFT JOIN bought USING (customer_no)
        LEFT JOIN {CleaningSql.PlacesTable} AS place ON place.country = customers.country
        """);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
