using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Numerics;
using Insiders.Core.Statistics.Rules;

namespace Insiders.Core.Programmes;

/// <summary>What enters the programme and what removes from it, in words.</summary>
/// <param name="Entry">Who has earned a tier, among all customers; null where nobody or everybody has.</param>
/// <param name="Exit">Who has not, among the customers whose revenue comes near that of members; null likewise.</param>
public sealed record MemberRules(MemberRule? Entry, MemberRule? Exit)
{
    /// <summary>How many times as many customers as members an exit rule is looked for in.</summary>
    public const int NearTimes = 3;

    // What a shop can speak of with a customer: not weekdays, places or what a model made of them.
    private static readonly ImmutableArray<string> s_columns =
    [
        "gross_revenue", SalesMeasures.NetRevenue, "qtty_invoices", "qtty_items", "qtty_unique_items", CustomerMeasures.OrderValue, "avg_ticket", "avg_basket_size", "avg_unique_basket_size",
        "recency_days", "avg_recency", "frequency", "qtty_returns", "return_rate",
    ];

    /// <summary>Looks for both rules.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="isMember">Who meets the conditions of the programme, by row.</param>
    /// <param name="cancellationToken">Looked at once per column.</param>
    public static MemberRules Of(CustomerTable customers, ImmutableArray<bool> isMember, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(customers);
        var members = isMember.Count(flag => flag);
        if (members == 0 || members == customers.Count)
        {
            return new(null, null);
        }

        var near = customers.Sort(customers.Everybody, Customers.Sales.CustomerOrder.ByRevenue).Index()
            .Where(place => isMember[place.Item] || place.Index < NearTimes * members).Select(place => place.Item).Order().ToImmutableArray();
        return new(
            Find(customers, customers.Everybody, row => isMember[row], cancellationToken),
            near.All(row => isMember[row]) ? null : Find(customers, near, row => !isMember[row], cancellationToken));
    }

    /// <summary>The measures that rules may speak of in a base.</summary>
    public static ImmutableArray<string> ColumnsOf(CustomerTable customers)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return [.. s_columns.Where(customers.Has)];
    }

    private static MemberRule Find(CustomerTable customers, ImmutableArray<int> rows, Func<int, bool> isAbout, CancellationToken cancellationToken)
    {
        var columns = ColumnsOf(customers);
        var values = columns.Select(customers.Feature).ToArray();

        // Who never bought has no order value: nothing was spent on an order.
        var table = Matrix.FromRows([.. rows.Select(row => values.Select(column => double.IsFinite(column[row]) ? column[row] : 0).ToArray())]);
        bool[] flags = [.. rows.Select(isAbout)];
        var rule = RuleSearch.Find(table, flags, new RuleOptions(), cancellationToken);
        var met = RuleSearch.Met(table, rule);
        var byRevenue = customers.Feature("gross_revenue");
        return new(columns, rule, Those(place => met[place] && !flags[place]), Those(place => !met[place] && flags[place]));

        ImmutableArray<string> Those(Func<int, bool> isAsked)
            => [.. Enumerable.Range(0, rows.Length).Where(isAsked).Select(place => rows[place]).OrderByDescending(row => byRevenue[row]).ThenBy(row => row).Select(row => customers.Ids[row])];
    }
}
