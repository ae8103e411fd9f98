using Insiders.Core.Numerics;

namespace Insiders.Core.Statistics.Rules;

/// <summary>Looks for the few conditions that best say who is a member.</summary>
/// <remarks>
/// One branch of a decision tree, looked for with some width: every rule kept is extended by the best condition on each column, those of the highest
/// F1 are kept, and so on (beam search, as in CN2 of Clark and Niblett 1989). Thresholds lie between two neighbouring values of the column and are
/// rounded by <see cref="SpokenNumbers"/>, which moves nobody across. Ties go to the rule found first, in the order of columns. O(conditions · width · columns · customers) time after sorting
/// every column once; no randomness.
/// </remarks>
public static class RuleSearch
{
    /// <summary>Finds a rule.</summary>
    /// <param name="table">Shape [customers × columns], finite: what conditions may speak of.</param>
    /// <param name="members">Who is a member, one per customer. For what removes somebody: who was removed.</param>
    /// <param name="options">Settings.</param>
    /// <param name="cancellationToken">Looked at once per column.</param>
    /// <exception cref="ArgumentException">The flags do not fit the table, or a value is not finite.</exception>
    public static MembershipRule Find(Matrix table, ReadOnlySpan<bool> members, RuleOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(options);
        if (members.Length != table.Rows)
        {
            throw new ArgumentException($"{members.Length} flags do not fit {table.Rows} customers.", nameof(members));
        }

        table.ThrowIfNotFinite(nameof(table));
        var flags = members.ToArray();
        var all = flags.Count(flag => flag);
        var columns = Enumerable.Range(0, table.Columns).Select(column => Sorted(table, column)).ToArray();
        var everybody = new MembershipRule([], flags.Length, all, all, flags.Length);
        if (all == 0 || all == flags.Length)
        {
            return everybody;
        }

        var (best, kept) = (everybody, new List<MembershipRule> { everybody });
        for (var length = 1; length <= options.MaximumConditions && kept.Count > 0; length++)
        {
            var longer = new List<MembershipRule>();
            foreach (var rule in kept)
            {
                var met = Met(table, rule);
                for (var column = 0; column < columns.Length; column++)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    longer.AddRange(Extended(rule, columns[column], column, met, flags));
                }
            }

            kept = [.. longer.DistinctBy(rule => Key(rule)).OrderByDescending(rule => rule.F1).Take(options.Width)];
            best = kept.Count > 0 && kept[0].F1 >= best.F1 + options.LeastGain ? kept[0] : best;
        }

        return best;
    }

    /// <summary>Which customers meet a rule.</summary>
    /// <param name="table">Shape [customers × columns].</param>
    /// <param name="rule">The rule.</param>
    public static bool[] Met(Matrix table, MembershipRule rule)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rule);
        var met = new bool[table.Rows];
        for (var i = 0; i < met.Length; i++)
        {
            var row = table.Row(i);
            met[i] = true;
            foreach (var condition in rule.Conditions)
            {
                met[i] &= condition.Admits(row[condition.Column]);
            }
        }

        return met;
    }

    private static (int[] Order, double[] Values) Sorted(Matrix table, int column)
    {
        var values = table.Column(column);
        int[] order = [.. Enumerable.Range(0, values.Length)];
        Array.Sort(values, order);
        return (order, values);
    }

    /// <summary>The rule with the best condition of each direction on one column, where that improves it.</summary>
    private static IEnumerable<MembershipRule> Extended(MembershipRule rule, (int[] Order, double[] Values) column, int index, bool[] met, bool[] members)
    {
        var (below, membersBelow, last) = (0, 0, double.NaN);
        var (low, high) = ((F1: rule.F1, Rule: (MembershipRule?)null), (F1: rule.F1, Rule: (MembershipRule?)null));
        for (var place = 0; place < column.Order.Length; place++)
        {
            if (!met[column.Order[place]])
            {
                continue;
            }

            var value = column.Values[place];
            if (below > 0 && value > last)
            {
                Try(ref low, atLeast: false, below, membersBelow);
                Try(ref high, atLeast: true, rule.Met - below, rule.MembersMet - membersBelow);

                void Try(ref (double F1, MembershipRule? Rule) so, bool atLeast, int count, int found)
                {
                    var f1 = 2.0 * found / (count + rule.Members);
                    so = f1 <= so.F1 ? so
                        : (f1, new MembershipRule(rule.Conditions.Add(new RuleCondition(index, atLeast, SpokenNumbers.Between(last, value))), count, found, rule.Members, rule.Customers));
                }
            }

            below++;
            membersBelow += members[column.Order[place]] ? 1 : 0;
            last = value;
        }

        return new[] { high.Rule, low.Rule }.OfType<MembershipRule>();
    }

    // The same conditions in another order are the same rule.
    private static string Key(MembershipRule rule)
        => string.Join(';', rule.Conditions.OrderBy(condition => condition.Column).ThenBy(condition => condition.AtLeast).ThenBy(condition => condition.Threshold)
            .Select(condition => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{condition.Column} {condition.AtLeast} {condition.Threshold:R}")));
}
