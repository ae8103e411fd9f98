using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Cleaning;
using Insiders.Core.Numerics;

namespace Insiders.Core.Features;

/// <content>How the table is made from a clean ledger.</content>
public sealed partial class FeatureTable
{
    /// <summary>Weekdays and days of the month that no customer of the table has: asked for, but not among its columns.</summary>
    public ImmutableArray<FeatureDefinition> LeftOut { get; init; } = [];

    /// <summary>Computes every feature of <see cref="FeatureCatalog.All"/> for every customer with a row up to a date.</summary>
    /// <param name="clean">The ledger; it is only read.</param>
    /// <param name="asOf">What recency counts back from; later rows are not looked at. Not before the ledger's first date.</param>
    /// <param name="cancellationToken">Interrupts the statement.</param>
    /// <returns>
    /// Finite values, the same for every number of threads and order of rows: sums are exact decimals up to here. Computes on a
    /// thread of the current scheduler; two passes over the lines, in memory bounded by the session's limit.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The as-of date lies before the first date.</exception>
    /// <exception cref="InvalidOperationException">A feature's SQL gave no finite number; the message names feature and customer.</exception>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    public static Task<FeatureTable> BuildAsync(CleanLedger clean, DateOnly asOf, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(clean);
        if (asOf < clean.Report.FirstDate)
        {
            throw new ArgumentOutOfRangeException(nameof(asOf), asOf,
                string.Create(CultureInfo.InvariantCulture, $"The ledger begins on {clean.Report.FirstDate:yyyy-MM-dd}; features cannot be as of an earlier date."));
        }

        return SameScheduler.RunAsync(() => Build(clean, asOf, cancellationToken), cancellationToken);
    }

    private static FeatureTable Build(CleanLedger clean, DateOnly asOf, CancellationToken cancellationToken)
    {
        var all = FeatureCatalog.All;
        var rows = new List<(string Id, string Country, double[] Values)>();
        CancellableSql.Read(
            clean.Session,
            $"""
            SELECT customer_id, coalesce(country, ''), {string.Join(", ", all.Select(feature => $"CAST({feature.Sql} AS DOUBLE)"))}
            FROM ({CustomerAggregate.Query(clean.Report.FirstDate, asOf)})
            """,
            reader =>
            {
                var values = new double[all.Length];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = reader.IsDBNull(i + 2) ? double.NaN : reader.GetDouble(i + 2);
                }

                rows.Add((reader.GetString(0), reader.GetString(1), values));
            },
            cancellationToken);

        rows.Sort(static (left, right) => string.CompareOrdinal(left.Id, right.Id));
        ThrowIfNotFinite(rows);
        var kept = Enumerable.Range(0, all.Length).Where(i => !FeatureCatalog.IsOptional(all[i]) || rows.Exists(row => row.Values[i] != 0)).ToArray();
        var table = new Matrix(rows.Count, kept.Length);
        for (var r = 0; r < rows.Count; r++)
        {
            for (var c = 0; c < kept.Length; c++)
            {
                table[r, c] = rows[r].Values[kept[c]];
            }
        }

        return new FeatureTable([.. rows.Select(row => row.Id)], [.. rows.Select(row => row.Country)], [.. kept.Select(i => all[i])], table)
        {
            LeftOut = [.. all.Where((_, i) => !kept.Contains(i))],
        };
    }

    private static void ThrowIfNotFinite(List<(string Id, string Country, double[] Values)> rows)
    {
        foreach (var (id, _, values) in rows)
        {
            var wrong = Array.FindIndex(values, value => !double.IsFinite(value));
            if (wrong >= 0)
            {
                throw new InvalidOperationException($"Feature '{FeatureCatalog.All[wrong].Name}' of customer '{id}' is not a finite number; its SQL must give one for every customer.");
            }
        }
    }
}
