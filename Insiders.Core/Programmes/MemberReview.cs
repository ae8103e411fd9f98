using System.Collections.Immutable;

namespace Insiders.Core.Programmes;

/// <summary>The review of one customer.</summary>
internal sealed class MemberReview(Programme programme, DateOnly asOf, DateOnly? previous, string customer, Member? member, Standing standing, ManualDecision? decision)
{
    private const int Nowhere = -1;

    private readonly Policy _policy = programme.Policy;
    private readonly ManualDecision? _decision = decision?.Holds(asOf) == true ? decision : null;

    private bool HasReturned => _policy.ChecksReturns && member is not null && standing.ReturnedItems > member.ReturnedItems;

    /// <summary>True when something besides the conditions asks for a look: a decision by hand that begins or ends, a return, a customer that has gone.</summary>
    public bool IsChange => decision is not null || member?.Membership.IsByHand == true || HasReturned || (member is not null && !standing.IsCustomer);

    private int Earned => standing.Tier ?? Nowhere;

    private int Floor => _decision is { Tier: { } tier } && standing.IsCustomer ? Math.Min(tier, programme.Tiers.Length - 1) : Nowhere;

    private EventReason Why => Floor > Earned ? EventReason.IncludedByHand : EventReason.MeetsConditions;

    public ImmutableArray<ProgrammeEvent> Decide()
    {
        var target = Math.Max(Earned, Floor);
        if (member is not { Membership: var now })
        {
            return target == Nowhere || _decision?.IsExclusion == true ? [] : [Event(EventKind.Joined, Why, null, target)];
        }

        if (_decision?.IsExclusion == true)
        {
            return [Event(EventKind.Left, EventReason.ExcludedByHand, now.Tier, null)];
        }

        if (!standing.IsCustomer)
        {
            return [Event(EventKind.Left, EventReason.NoLongerCustomer, now.Tier, null)];
        }

        if (now.Tier >= programme.Tiers.Length)
        {
            return target == Nowhere ? [Event(EventKind.Left, EventReason.TierRemoved, now.Tier, null)]
                : [Event(EventKind.MovedDown, EventReason.TierRemoved, now.Tier, target)];
        }

        return target > now.Tier ? [Event(EventKind.MovedUp, Why, now.Tier, target)]
            : target == now.Tier ? Keep(now)
            : Fall(now, target);
    }

    private ImmutableArray<ProgrammeEvent> Keep(Membership now)
    {
        var byHand = Why == EventReason.IncludedByHand;
        return byHand && !now.IsByHand ? [Event(EventKind.KeptByHand, EventReason.IncludedByHand, now.Tier, now.Tier)]
            : !byHand && now.IsByHand ? [Event(EventKind.KeptByConditions, EventReason.MeetsConditions, now.Tier, now.Tier)]
            : now.LeavesOn is not null ? [Event(EventKind.Recovered, Why, now.Tier, now.Tier)]
            : [];
    }

    private ImmutableArray<ProgrammeEvent> Fall(Membership now, int target)
    {
        var reason = now.IsByHand ? EventReason.InclusionEnded : HasReturned ? EventReason.Returned : EventReason.FallsShort;

        // The end of an inclusion was known from its beginning, so that nothing is left to be warned of.
        if (_policy.Falling == FallingShort.AtOnce || reason == EventReason.InclusionEnded)
        {
            return [Lower(now, target, reason)];
        }

        var grace = asOf.AddDays(_policy.GraceDays);
        if (now.LeavesOn is not { } leavesOn)
        {
            // A period that ended since the last review is over; one that ended while the conditions were met has been followed by the next.
            var end = reason == EventReason.Returned ? null : _policy.PeriodEnd(now, Later(previous ?? asOf, now.TierSince));
            leavesOn = end is { } later && later > asOf ? later.AddDays(_policy.GraceDays) : grace;
            return leavesOn > asOf ? [Warning(now, reason, leavesOn)] : [Lower(now, target, reason)];
        }

        if (reason == EventReason.Returned && grace < leavesOn)
        {
            return _policy.GraceDays > 0 ? [Warning(now, reason, grace)] : [Lower(now, target, reason)];
        }

        return asOf >= leavesOn ? [Lower(now, target, reason)]
            : now.GraceOn is null && asOf > leavesOn.AddDays(-_policy.GraceDays) ? [Event(EventKind.KeptByGrace, reason, now.Tier, now.Tier) with { LeavesOn = leavesOn }]
            : [];
    }

    private ProgrammeEvent Warning(Membership now, EventReason reason, DateOnly leavesOn) => Event(EventKind.Warned, reason, now.Tier, now.Tier) with { LeavesOn = leavesOn };

    private ProgrammeEvent Lower(Membership now, int target, EventReason reason)
    {
        var tier = Math.Max(Floor, _policy.Falling switch
        {
            FallingShort.OneTierDown => now.Tier - 1,
            FallingShort.ToBase => now.Tier > 0 ? 0 : Nowhere,
            _ => target,
        });
        return tier == Nowhere ? Event(EventKind.Left, reason, now.Tier, null) : Event(EventKind.MovedDown, reason, now.Tier, tier);
    }

    private ProgrammeEvent Event(EventKind kind, EventReason reason, int? from, int? to)
        => new(asOf, customer, kind, reason, from, to, standing.Evidence) { Note = reason is EventReason.IncludedByHand or EventReason.ExcludedByHand ? _decision?.Reason : null };

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
