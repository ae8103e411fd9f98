using System.Collections.Immutable;
using System.Globalization;
using DuckDB.NET.Data;
using Insiders.Core.Ledger;

namespace Insiders.Core.Cleaning;

/// <summary>Reads what the statements of cleaning left into a report.</summary>
internal static class Waterfall
{
    internal static CleaningReport Read(LedgerSession session, CleaningSettings settings, CountrySpellings spellings, CancellationToken cancellationToken)
    {
        var dropping = CleaningRules.All.Select((rule, stage) => (rule, stage)).Where(entry => entry.rule.Kind != CleaningRuleKind.Change && entry.rule.IsOffered(settings)).ToArray();
        var steps = ImmutableArray.CreateBuilder<CleaningStep>();
        var unattributed = 0m;
        CancellableSql.Read(
            session,
            $"SELECT {string.Join(", ", dropping.Select(Counts))}, "
                + "coalesce(sum(row_count), 0)::BIGINT, count(customer_id), coalesce(sum(unattributed_amount), 0) FROM cleaning_totals",
            reader =>
            {
                var rows = reader.GetInt64(3 * dropping.Length);
                steps.Add(new CleaningStep("raw", true, 0, rows, Count(reader, (3 * dropping.Length) + 1)));
                unattributed = reader.GetDecimal((3 * dropping.Length) + 2);
                for (var i = 0; i < dropping.Length; i++)
                {
                    var dropped = reader.GetInt64(3 * i);
                    rows -= dropped;
                    steps.Add(new CleaningStep(dropping[i].rule.Name, settings.Enables(dropping[i].rule.Name), dropped, rows, Count(reader, (3 * i) + 1)) { DroppedAmount = reader.GetDecimal((3 * i) + 2) });
                }
            },
            cancellationToken);

        CleaningReport? report = null;
        CancellableSql.Read(session, Figures, reader => report = Report(reader, steps.DrainToImmutable(), unattributed, spellings.Unplaced), cancellationToken);
        if (report!.Steps.Any(step => step.RowsDropped > 0))
        {
            report = report with { LeftOut = LeftOutParts.Read(session, cancellationToken) };
        }

        return settings.TellsApart ? report with { Questions = [.. CleaningQuestions.Read(session, spellings, cancellationToken)] } : report;
    }

    private const string Figures = $"""
        SELECT count(*) FILTER (WHERE quantity >= 0), count(*) FILTER (WHERE quantity < 0), count(DISTINCT invoice), count(DISTINCT stock_no),
            count(DISTINCT place_no), count(DISTINCT customer_no), coalesce(sum(amount) FILTER (WHERE quantity >= 0), 0),
            CAST(coalesce(min(sold_at), DATE '0001-01-01') AS DATE), CAST(coalesce(max(sold_at), DATE '0001-01-01') AS DATE),
            coalesce(bool_or(CAST(sold_at AS TIME) <> TIME '00:00:00'), false),
            coalesce(bit_or(1 << isodow(sold_at)) FILTER (WHERE quantity >= 0), 0), (SELECT count(*) FROM cleaning_homes WHERE relocated)
        FROM {CleaningSql.LinesTable}
        """;

    // Rows dropped at the rule's stage, then customers whose last stage lies beyond it.
    private static string Counts((CleaningRule Rule, int Stage) entry)
    {
        var dropped = entry.Rule.Kind == CleaningRuleKind.DropRows ? $"dropped_{entry.Stage}"
            : $"CASE WHEN last_row_stage > {entry.Stage} AND last_stage = {entry.Stage} THEN passed_rows END";
        var amount = entry.Rule.Kind == CleaningRuleKind.DropRows ? $"dropped_{entry.Stage}_amount"
            : $"CASE WHEN last_row_stage > {entry.Stage} AND last_stage = {entry.Stage} THEN passed_amount END";
        return string.Create(CultureInfo.InvariantCulture, $"coalesce(sum({dropped}), 0)::BIGINT, count(customer_id) FILTER (WHERE last_stage > {entry.Stage}), coalesce(sum({amount}), 0)");
    }

    private static CleaningReport Report(DuckDBDataReader reader, ImmutableArray<CleaningStep> steps, decimal unattributed, ImmutableArray<string> unplaced)
    {
        var weekdays = reader.GetInt32(10);
        return new CleaningReport
        {
            Steps = steps,
            PurchaseRows = reader.GetInt64(0),
            ReturnRows = reader.GetInt64(1),
            Invoices = Count(reader, 2),
            StockCodes = Count(reader, 3),
            Countries = Count(reader, 4),
            Customers = Count(reader, 5),
            GrossRevenueAmount = reader.GetDecimal(6),
            UnattributedRevenueAmount = unattributed,
            RelocatedCustomers = Count(reader, 11),
            FirstDate = DateOnly.FromDateTime(reader.GetDateTime(7)),
            LastDate = DateOnly.FromDateTime(reader.GetDateTime(8)),
            HasTimes = reader.GetBoolean(9),
            UnplacedCountries = unplaced,
            WeekdaysWithoutSales = [.. Enumerable.Range(1, 7).Where(day => (weekdays & (1 << day)) == 0).Select(day => (DayOfWeek)(day % 7))],
        };
    }

    private static int Count(DuckDBDataReader reader, int column) => (int)reader.GetInt64(column);
}
