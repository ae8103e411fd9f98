using Insiders.Core.Customers.Periods;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Core.Customers.Outlooks;

/// <summary>Who would have been chosen at an earlier day, and what they did since: by the money expected of them, by revenue alone, and everybody.</summary>
/// <param name="First">The first day of the data.</param>
/// <param name="Cut">The last day that the choice knew.</param>
/// <param name="Last">The last day of the data.</param>
/// <param name="ByExpected">Those of whom most money was expected.</param>
/// <param name="ByRevenue">As many who had spent most: what is left of their lead is what regression to the mean leaves.</param>
/// <param name="Everybody">All who had bought by then.</param>
/// <param name="InBoth">How many stand in both choices.</param>
public sealed record ChoiceProof(DateOnly First, DateOnly Cut, DateOnly Last, ProofGroup ByExpected, ProofGroup ByRevenue, ProofGroup Everybody, int InBoth)
{
    /// <summary>Chooses and looks at what came.</summary>
    /// <param name="days">What the customers did day by day.</param>
    /// <param name="known">What was known at the cut.</param>
    /// <param name="model">Fitted on that.</param>
    /// <param name="spend">Likewise.</param>
    /// <param name="share">The share of customers to choose, above 0 and below 1.</param>
    /// <param name="first">The first day of the data.</param>
    /// <param name="cut">The last day that is known.</param>
    /// <param name="last">The last day of the data.</param>
    /// <remarks>Equal customers go by row, so that a choice never changes.</remarks>
    public static ChoiceProof Of(DailySales days, BuyingHistories known, PurchaseModel model, SpendModel spend, double share, DateOnly first, DateOnly cut, DateOnly last)
    {
        ArgumentNullException.ThrowIfNull(days);
        ArgumentNullException.ThrowIfNull(known);
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(spend);
        var (before, after) = (Sums(days, first, cut), Sums(days, cut.AddDays(1), last));
        var horizon = (last.DayNumber - cut.DayNumber) / 7.0;
        var expected = new double[days.Places];
        for (var i = 0; i < known.Rows.Length; i++)
        {
            expected[known.Rows[i]] = model.Expected(known.Purchases[i], horizon) * (spend.Expected(known.Spending[i]) ?? 0);
        }

        var count = Math.Clamp((int)Math.Round(share * known.Rows.Length), 1, known.Rows.Length);
        var byExpected = known.Rows.OrderByDescending(row => expected[row]).ThenBy(row => row).Take(count).ToArray();
        var byRevenue = known.Rows.OrderByDescending(row => before[row].Revenue).ThenBy(row => row).Take(count).ToArray();
        return new(first, cut, last, Group(byExpected), Group(byRevenue), Group(known.Rows), byExpected.Intersect(byRevenue).Count());

        ProofGroup Group(IReadOnlyCollection<int> rows) => new(
            rows.Count, Math.Round(rows.Sum(row => before[row].Revenue), 2), Math.Round(rows.Sum(row => after[row].Revenue), 2), rows.Count(row => after[row].Orders > 0), rows.Sum(row => after[row].Orders));
    }

    /// <summary>Revenue per day after the cut as a share of that before it; null where nothing came before.</summary>
    /// <param name="group">One of the three.</param>
    public double? KeptOf(ProofGroup group)
    {
        ArgumentNullException.ThrowIfNull(group);
        var (before, after) = (Cut.DayNumber - First.DayNumber + 1, Last.DayNumber - Cut.DayNumber);
        return group.RevenueBefore > 0 ? group.RevenueAfter / after / (group.RevenueBefore / before) : null;
    }

    private static (double Revenue, int Orders)[] Sums(DailySales days, DateOnly first, DateOnly last)
    {
        var sums = new (double Revenue, int Orders)[days.Places];
        foreach (var cell in days.Between(first, last))
        {
            ref var own = ref sums[cell.Place];
            own = (own.Revenue + cell.RevenueAmount, own.Orders + (cell.Invoices > 0 ? 1 : 0));
        }

        return sums;
    }
}
