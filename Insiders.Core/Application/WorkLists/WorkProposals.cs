using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Segments.Stages;
namespace Insiders.Core.Application.WorkLists;

/// <summary>Whom to call, write to and leave alone, by the rules of what stands out.</summary>
public static class WorkProposals
{
    /// <summary>Lines of each kind at most: what can be done in a week.</summary>
    public const int MostCalls = 6, MostLetters = 4, MostLeftAlone = 2;

    /// <summary>A member with less than this chance to stay is called.</summary>
    public const double LeastStayChance = 0.5;

    /// <summary>Calls to members with a low chance to stay at most.</summary>
    public const int MostLeavingCalls = 4;

    private const double BestShare = 0.1;
    private const double YearDays = 365.25;
    private const int WeekDays = 7;
    private const int YearAhead = 365;
    private const int LatelyDays = 30;

    /// <summary>The lines of a run, calls first, each kind by money; a customer stands on one line.</summary>
    /// <param name="customers">The customers, with stages and measures.</param>
    /// <param name="members">Rows of the members of the programme.</param>
    /// <param name="first">The first day of the data.</param>
    /// <param name="asOf">The last day of the data.</param>
    /// <param name="skipped">Customers who are not proposed again.</param>
    /// <returns>Nothing where the sales of the run are not known.</returns>
    public static ImmutableArray<WorkItem> Of(CustomerTable customers, ImmutableArray<int> members, DateOnly first, DateOnly asOf, IReadOnlySet<string> skipped)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(skipped);
        if (customers.Stages is not { Stages: var stages } || !customers.Has(SalesMeasures.LastPurchase) || customers.Count == 0)
        {
            return [];
        }

        var best = customers.Sort(customers.Everybody, CustomerOrder.ByRevenue).Take((int)Math.Ceiling(BestShare * customers.Count)).ToArray();
        var (orders, overdue, last) = (customers.Feature(CustomerMeasures.OrderValue), customers.Feature(SalesMeasures.DaysOverdue), customers.Feature(SalesMeasures.LastPurchase));
        var told = new HashSet<string>(skipped, StringComparer.Ordinal);
        return
        [
            .. Pick(best.Where(row => stages[row] is CustomerStage.Slipping or CustomerStage.Dormant), WorkAct.Call, WorkReason.BestSlipping, InAYear, MostCalls),
            .. Pick(Leaving(customers, members), WorkAct.Call, WorkReason.MemberLeaving, Expected, MostLeavingCalls),
            .. Pick(customers.Everybody.Where(row => overdue[row] is >= 1 and <= LatelyDays && stages[row] is CustomerStage.New or CustomerStage.Active), WorkAct.Write, WorkReason.Overdue, row => orders[row], MostLetters),
            .. Pick(best.Where(row => last[row] > asOf.DayNumber - WeekDays), WorkAct.LeaveAlone, WorkReason.JustBought, InAYear, MostLeftAlone),
        ];

        // Of customers known for less than a year it is what they spent, not what they would.
        double InAYear(int row) => customers.Feature("gross_revenue")[row] / Math.Max((asOf.DayNumber - first.DayNumber + 1) / YearDays, 1);

        // What is at stake is what is still expected of them.
        double Expected(int row) => customers.Has(SalesMeasures.ExpectedRevenue(YearAhead)) && customers.Feature(SalesMeasures.ExpectedRevenue(YearAhead))[row] is >= 0 and var money ? money : InAYear(row);

        IEnumerable<WorkItem> Pick(IEnumerable<int> rows, WorkAct act, WorkReason reason, Func<int, double> money, int most)
            => rows.Where(row => !told.Contains(customers.Ids[row])).OrderByDescending(money).ThenBy(row => row).Take(most).ToArray()
                .Where(row => told.Add(customers.Ids[row])).Select(row => new WorkItem(customers.Ids[row], act, reason, Math.Round(money(row), 2)));
    }

    private static IEnumerable<int> Leaving(CustomerTable customers, ImmutableArray<int> members)
        => customers.Has(SalesMeasures.StayChance) && customers.Feature(SalesMeasures.StayChance) is var chances ? members.Where(row => chances[row] < LeastStayChance) : [];
}
