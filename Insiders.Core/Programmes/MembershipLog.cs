using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>Reads the members of any day from the log of events.</summary>
public static class MembershipLog
{
    /// <summary>The members on a day, by customer id.</summary>
    /// <param name="events">The log, in the order in which it was written.</param>
    /// <param name="on">The day, of the data: events of that day have happened.</param>
    public static ImmutableArray<Membership> Replay(IEnumerable<ProgrammeEvent> events, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(events);
        var members = new SortedDictionary<string, Membership>(StringComparer.Ordinal);
        foreach (var happened in events.Where(happened => happened.On <= on))
        {
            if (Next(members.GetValueOrDefault(happened.CustomerId), happened) is { } member)
            {
                members[happened.CustomerId] = member;
            }
            else
            {
                members.Remove(happened.CustomerId);
            }
        }

        return [.. members.Values];
    }

    /// <summary>Where a member stands after an event; null for whoever is no member.</summary>
    internal static Membership? Next(Membership? before, ProgrammeEvent happened)
    {
        var byHand = happened.Reason == EventReason.IncludedByHand;
        return happened.Kind switch
        {
            EventKind.Left => null,
            EventKind.Joined => new(happened.CustomerId, happened.ToTier!.Value, happened.On, happened.On) { IsByHand = byHand },
            _ when before is null => null,
            EventKind.MovedUp or EventKind.MovedDown => before with { Tier = happened.ToTier!.Value, TierSince = happened.On, LeavesOn = null, GraceOn = null, IsByHand = byHand },
            EventKind.Warned => before with { LeavesOn = happened.LeavesOn, GraceOn = null, IsByHand = false },
            EventKind.KeptByGrace => before with { GraceOn = happened.On },
            _ => before with { LeavesOn = null, GraceOn = null, IsByHand = byHand },
        };
    }
}
