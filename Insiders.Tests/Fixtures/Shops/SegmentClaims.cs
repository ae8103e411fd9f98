using System.Globalization;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Segments;
using Insiders.Core.Segments.Stages;

namespace Insiders.Tests.Fixtures.Shops;

/// <summary>Recounts what a run says about its segments from the clean sales, independently of the product.</summary>
public static class SegmentClaims
{
    /// <summary>One claim.</summary>
    /// <param name="Segment">The segment.</param>
    /// <param name="What">Where it is made: name, sentence or plan.</param>
    /// <param name="Claim">The claim.</param>
    /// <param name="Holds">Number of members it is true of.</param>
    /// <param name="Members">All members.</param>
    public sealed record Said(string Segment, string What, MemberClaim Claim, int Holds, int Members);

    /// <summary>Everything that names, sentences and plans say.</summary>
    public static Said[] Of(SegmentationResult result, LedgerSession session)
    {
        ArgumentNullException.ThrowIfNull(result);
        var stages = Stages(result, session);
        var basis = GroupProfiles.OfBase(result.Features);
        var said = new List<Said>();
        foreach (var segment in result.Segments)
        {
            int[] members = [.. Enumerable.Range(0, result.SegmentOf.Length).Where(row => result.SegmentOf[row] == segment.Position)];
            var portrait = SegmentPortrait.Of(segment.Profile, basis, segment.Members);
            foreach (var (what, claim) in new[] { ("name", SegmentNaming.ClaimOf(segment.Name)), ("sentence", portrait.Activity), ("plan", portrait.Plan.Claim) })
            {
                if (claim is not null)
                {
                    said.Add(new(segment.Name.English, what, claim, members.Count(row => Holds(claim.Key, row)), members.Length));
                }
            }
        }

        return [.. said];

        bool Holds(string key, int row) => key switch
        {
            "new" => stages[row] == CustomerStage.New,
            "active" => stages[row] is CustomerStage.New or CustomerStage.Active,
            "slipping" => stages[row] is CustomerStage.Slipping or CustomerStage.Dormant,
            "away" => stages[row] is CustomerStage.Slipping or CustomerStage.Dormant or CustomerStage.Lost,
            "quiet" => stages[row] is CustomerStage.Dormant or CustomerStage.Lost,
            "lost" => stages[row] == CustomerStage.Lost,
            "not-lost" => stages[row] != CustomerStage.Lost,
            "below-average" => Feature("gross_revenue", row) < basis.MeanRevenueAmount,
            "above-average" => Feature("gross_revenue", row) >= basis.MeanRevenueAmount,
            "repeat" => Feature("qtty_invoices", row) > 1,
            "once" => Feature("qtty_invoices", row) == 1,
            _ => throw new InvalidOperationException($"Nobody counted '{key}' by another way."),
        };

        double Feature(string name, int row) => result.Features.Values[row, result.Features.ColumnOf(name)];
    }

    /// <summary>The claims that are true of fewer than seven in ten members; with the study's recipe its eight names are exempt.</summary>
    public static Said[] Untrue(IReadOnlyList<Said> said, bool isStudy)
        => [.. said.Where(claim => 10 * claim.Holds < 7 * claim.Members && !(isStudy && claim.What == "name" && SegmentRegions.All.Any(region => region.IsOfStudy && claim.Segment.StartsWith(region.Name.English, StringComparison.Ordinal))))];

    // Days, gaps and limits by SQL instead of the product's own code.
    private static CustomerStage[] Stages(SegmentationResult result, LedgerSession session)
    {
        const string Days = "(SELECT DISTINCT customer_id, CAST(sold_at AS DATE) AS day FROM clean_sales WHERE quantity >= 0 AND customer_id IS NOT NULL)";
        const string Gaps = $"(SELECT customer_id, day, day - lag(day) OVER (PARTITION BY customer_id ORDER BY day) AS gap FROM {Days})";
        const string Usual = $"(SELECT customer_id, median(gap) AS usual FROM {Gaps} WHERE gap IS NOT NULL GROUP BY 1 HAVING count(*) >= 2)";
        var asOf = result.Cleaning.LastDate;
        var shop = Numbers($"SELECT count(gap), quantile_cont(gap, 0.5), quantile_cont(gap, 0.9), quantile_cont(gap, 0.975) FROM {Gaps}");
        var own = Numbers($"SELECT count(*), quantile_cont(gap / greatest(usual, 1), 0.9), quantile_cont(gap / greatest(usual, 1), 0.975), quantile_cont(gap / greatest(usual, 1), 0.99) FROM {Gaps} JOIN {Usual} USING (customer_id) WHERE gap IS NOT NULL");
        var span = asOf.DayNumber - result.Cleaning.FirstDate.DayNumber;
        double[] silent = shop[0] == 0 ? [span / 4.0, span / 2.0, 3 * span / 4.0]
            : shop[0] < 100 ? [shop[1], 4 * shop[1], 7 * shop[1]]
            : [shop[1], Math.Max(shop[2], 2 * shop[1]), Math.Max(shop[3], 4 * shop[1])];
        double[] multiples = own[0] < 100 ? [2, 4, 6] : [Math.Clamp(own[1], 1.5, 2.5), Math.Clamp(own[2], 3, 5), Math.Clamp(own[3], 5, 10)];
        var newDays = Math.Max(30, Math.Floor(shop[0] == 0 ? 0 : shop[1]));
        var known = TestLedger.Rows(session, $"SELECT customer_id, DATE '{asOf:yyyy-MM-dd}' - min(day), DATE '{asOf:yyyy-MM-dd}' - max(day), any_value(usual) FROM {Days} LEFT JOIN {Usual} USING (customer_id) GROUP BY 1")
            .Select(row => row.Split('|')).ToDictionary(row => row[0]);
        return [.. result.Features.CustomerIds.Select(id =>
        {
            var (since, last) = (Number(known[id][1]), Number(known[id][2]));
            double[] bounds = known[id][3] == "NULL" ? silent : [.. multiples.Select(multiple => multiple * Math.Max(Number(known[id][3]), 7))];
            var lost = Math.Max(Math.Max(bounds[2], 90), known[id][3] == "NULL" ? 0 : silent[2]);
            return since <= newDays ? CustomerStage.New : last <= bounds[0] ? CustomerStage.Active : last <= bounds[1] ? CustomerStage.Slipping
                : last <= Math.Max(lost, bounds[1]) ? CustomerStage.Dormant : CustomerStage.Lost;
        })];

        double[] Numbers(string sql) => [.. TestLedger.Rows(session, sql).Single().Split('|').Select(Number)];

        static double Number(string text) => text == "NULL" ? 0 : double.Parse(text, CultureInfo.InvariantCulture);
    }
}
