using System.Collections.Immutable;
using Insiders.Core.Customers;

namespace Insiders.Core.Programmes;

/// <summary>Finds out which tier every customer of a base has earned, and by what.</summary>
public static class ProgrammeStandings
{
    private const string Returned = "qtty_returns";

    /// <summary>The standing of everybody who has earned a tier, is a member or was decided on by hand, by customer id.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="lists">Ids of customers by saved list.</param>
    /// <param name="members">The members so far.</param>
    /// <param name="decisions">What people decided by hand.</param>
    /// <param name="cancellationToken">Cancels the search for neighbours, which only conditions on probabilities need.</param>
    /// <remarks>O(customers × conditions); figures are gathered of members and whoever becomes one.</remarks>
    public static ImmutableDictionary<string, Standing> Of(
        Programme programme, CustomerTable customers, IReadOnlyDictionary<long, ImmutableHashSet<string>> lists, ImmutableArray<Member> members, ImmutableArray<ManualDecision> decisions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(lists);
        var tiers = programme.Tiers.Select(tier => tier.Conditions.Select(condition => ConditionCheck.Of(condition, customers, lists, cancellationToken)).ToArray()).ToArray();
        var present = members.ToDictionary(member => member.CustomerId, member => member.Membership.Tier, StringComparer.Ordinal);
        foreach (var decision in decisions)
        {
            present.TryAdd(decision.CustomerId, decision.Tier ?? 0);
        }

        var standings = ImmutableDictionary.CreateBuilder<string, Standing>(StringComparer.Ordinal);
        foreach (var row in customers.Everybody)
        {
            var earned = Earned(tiers, row);
            var isPresent = present.TryGetValue(customers.Ids[row], out var tier);
            if (earned is not null || isPresent)
            {
                // A member who falls short is shown what the present tier asks.
                var shown = tiers[Math.Min(Math.Max(earned ?? 0, isPresent ? tier : 0), tiers.Length - 1)];
                standings.Add(customers.Ids[row], new(earned, [.. shown.Select(check => check.ReadingOf(row))], customers.Has(Returned) ? customers.Feature(Returned)[row] : 0));
            }
        }

        return standings.ToImmutable();
    }

    /// <summary>The tier that each customer has earned, by row; null for none. What a rule in words is looked for in.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="customers">The customers.</param>
    /// <param name="lists">Ids of customers by saved list.</param>
    /// <param name="cancellationToken">Cancels the search for neighbours.</param>
    public static ImmutableArray<int?> EarnedTiers(Programme programme, CustomerTable customers, IReadOnlyDictionary<long, ImmutableHashSet<string>> lists, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(customers);
        ArgumentNullException.ThrowIfNull(lists);
        var tiers = programme.Tiers.Select(tier => tier.Conditions.Select(condition => ConditionCheck.Of(condition, customers, lists, cancellationToken)).ToArray()).ToArray();
        return [.. customers.Everybody.Select(row => Earned(tiers, row))];
    }

    private static int? Earned(ConditionCheck[][] tiers, int row)
    {
        for (var tier = tiers.Length - 1; tier >= 0; tier--)
        {
            if (tiers[tier].Length > 0 && Array.TrueForAll(tiers[tier], check => check.IsMet(row)))
            {
                return tier;
            }
        }

        return null;
    }
}
