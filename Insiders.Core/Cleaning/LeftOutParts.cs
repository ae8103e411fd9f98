using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Import;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>Whole months and countries that rules drop: asked while the scratch tables of cleaning are there.</summary>
internal static class LeftOutParts
{
    // A row goes by its own rule or with its customer. A customer's country is the one it belongs to.
    private static readonly string s_parts = string.Create(CultureInfo.InvariantCulture, $"""
        WITH staged AS (
            SELECT strftime(sold_at, '%Y-%m') AS month, country, amount, quantity,
                CASE WHEN stage < {CleaningSql.PassedStage} THEN stage ELSE coalesce(total.last_stage, {CleaningSql.PassedStage}) END AS gone_at
            FROM cleaning_rows AS sale LEFT JOIN cleaning_totals AS total ON total.customer_id = sale.customer_id),
        counted AS (
            SELECT grouping(month) AS kind, coalesce(month, country) AS name, gone_at, count(*) AS row_count, coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0) AS amount
            FROM staged GROUP BY GROUPING SETS ((month, gone_at), (country, gone_at)))
        SELECT kind, name, sum(row_count)::BIGINT, sum(amount)::DECIMAL(38,4), arg_max(gone_at, (row_count, -gone_at))::INTEGER
        FROM counted WHERE name IS NOT NULL GROUP BY kind, name HAVING max(gone_at) < {CleaningSql.PassedStage} ORDER BY kind, name
        """);

    /// <summary>Reads them, months first.</summary>
    public static ImmutableArray<LeftOutPart> Read(LedgerSession session, CancellationToken cancellationToken)
    {
        var parts = ImmutableArray.CreateBuilder<LeftOutPart>();
        CancellableSql.Read(
            session,
            s_parts,
            reader => parts.Add(new(
                reader.GetInt64(0) == 0 ? LeftOutKind.Month : LeftOutKind.Country, reader.GetString(1), reader.GetInt64(2), reader.GetDecimal(3), CleaningRules.All[reader.GetInt32(4)].Name)),
            cancellationToken);
        return parts.ToImmutable();
    }
}
