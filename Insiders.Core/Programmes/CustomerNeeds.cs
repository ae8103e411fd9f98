using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Core.Programmes;

/// <summary>The smallest change, in orders and money, by which a customer would meet the conditions in words.</summary>
/// <remarks>
/// Orders are tried one by one: on the last day of the data, each worth at least what the customer's orders are worth on average, with as many items for the money as before, all
/// of products bought before, none of it returned. The money is the least at which all conditions are met with that number of orders, because revenue is all that
/// money alone changes besides items. Conditions that no order changes cannot be met this way.
/// </remarks>
public static class CustomerNeeds
{
    /// <summary>Orders tried at most.</summary>
    public const int MostOrders = 24;

    private const int Halvings = 60;
    private const int MostTimes = 20;

    /// <summary>What the customers nearest to the rule would need, the least money first.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="rule">The conditions.</param>
    /// <param name="isMember">Who is a member already, by row.</param>
    /// <param name="count">Customers at most.</param>
    public static ImmutableArray<CustomerNeed> Nearest(CustomerTable customers, MemberRule rule, ImmutableArray<bool> isMember, int count)
    {
        ArgumentNullException.ThrowIfNull(customers);
        return
        [
            .. customers.Everybody.Where(row => !isMember[row]).Select(row => Find(customers, rule, row)).OfType<CustomerNeed>()
                .OrderBy(need => need.MoneyAmount).ThenBy(need => need.Orders).ThenBy(need => need.CustomerId, StringComparer.Ordinal).Take(count),
        ];
    }

    /// <summary>What one customer would need.</summary>
    /// <param name="customers">The customers.</param>
    /// <param name="rule">The conditions.</param>
    /// <param name="row">The customer.</param>
    /// <returns>Null where the conditions are met already or orders alone do not do it.</returns>
    public static CustomerNeed? Find(CustomerTable customers, MemberRule rule, int row)
    {
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(rule);
        var now = OrderEffect.Of(customers, row);
        var missing = rule.Rule.Conditions.Count(condition => !condition.Admits(now.Value(rule.MeasureOf(condition), 0, 0)));
        if (missing == 0 || !(now.OrderAmount > 0))
        {
            return null;
        }

        for (var orders = 1; orders <= MostOrders; orders++)
        {
            if (Money(rule, now, orders) is { } money)
            {
                return new(customers.Ids[row], orders, Math.Round(money, 2), missing);
            }
        }

        return null;
    }

    /// <summary>The least money at which some orders are enough; null where no money is.</summary>
    private static double? Money(MemberRule rule, OrderEffect now, int orders)
    {
        var least = orders * now.OrderAmount;
        if (Meets(rule, now, orders, least))
        {
            return least;
        }

        // Whoever has to spend twenty times the usual is not near, whatever the number of orders.
        var (low, high) = (least, MostTimes * least);
        if (!Meets(rule, now, orders, high))
        {
            return null;
        }

        for (var i = 0; i < Halvings; i++)
        {
            var middle = low + ((high - low) / 2);
            (low, high) = Meets(rule, now, orders, middle) ? (low, middle) : (middle, high);
        }

        // The nearest cent, or the next one where the border itself does not count.
        var cents = Math.Round(high * 100);
        return Meets(rule, now, orders, cents / 100) ? cents / 100 : (cents + 1) / 100;
    }

    private static bool Meets(MemberRule rule, OrderEffect now, int orders, double money)
    {
        foreach (var condition in rule.Rule.Conditions)
        {
            if (!condition.Admits(now.Value(rule.MeasureOf(condition), orders, money)))
            {
                return false;
            }
        }

        return true;
    }
}
