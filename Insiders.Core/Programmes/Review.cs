using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>Decides who joins, moves, is warned and leaves. A function of its arguments alone.</summary>
public static class Review
{
    /// <summary>Reviews the members on the last day of the data.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="members">The members so far, by customer id.</param>
    /// <param name="facts">What the data say.</param>
    /// <param name="previous">The last day of the data at the last review; null before the first.</param>
    /// <param name="scope">Whom to look at.</param>
    /// <returns>The events, and the members afterwards: the same as <see cref="MembershipLog.Replay"/> reads from the log with the events added.</returns>
    public static ReviewOutcome Run(Programme programme, ImmutableArray<Member> members, ProgrammeFacts facts, DateOnly? previous, ReviewScope scope = ReviewScope.Everybody)
    {
        ArgumentNullException.ThrowIfNull(programme);
        ArgumentNullException.ThrowIfNull(facts);
        var known = members.ToDictionary(member => member.CustomerId, StringComparer.Ordinal);
        var decisions = facts.Decisions.ToDictionary(decision => decision.CustomerId, StringComparer.Ordinal);
        var events = ImmutableArray.CreateBuilder<ProgrammeEvent>();
        var after = ImmutableArray.CreateBuilder<Member>();
        foreach (var customer in known.Keys.Concat(facts.Standings.Keys).Concat(decisions.Keys).Distinct().Order(StringComparer.Ordinal))
        {
            var member = known.GetValueOrDefault(customer);
            var standing = facts.Standings.GetValueOrDefault(customer, Standing.Gone);
            var review = new MemberReview(programme, facts.AsOf, previous, customer, member, standing, decisions.GetValueOrDefault(customer));
            if (scope == ReviewScope.ChangesOnly && !review.IsChange)
            {
                if (member is not null)
                {
                    after.Add(member);
                }

                continue;
            }

            var happened = review.Decide();
            events.AddRange(happened);
            if (happened.Aggregate(member?.Membership, MembershipLog.Next) is { } membership)
            {
                after.Add(new(membership, standing.Evidence, standing.ReturnedItems));
            }
        }

        return new(events.ToImmutable(), after.ToImmutable());
    }
}
