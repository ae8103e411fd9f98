using System.Collections.Immutable;
using Insiders.Core.Segments.Stages;

namespace Insiders.Core.Segments;

/// <summary>What may be said of a segment: what it spends, what its members do, and the plan that fits them.</summary>
public sealed record SegmentPortrait
{
    // The narrowest first: who is lost has gone quiet, too.
    private static readonly ImmutableArray<MemberClaim> s_activities =
        [MemberClaims.New, MemberClaims.Lost, MemberClaims.Quiet, MemberClaims.Slipping, MemberClaims.Away, MemberClaims.Active];

    /// <summary>Where it lies.</summary>
    public required SegmentRegion Region { get; init; }

    /// <summary>What most of its members do; null where no one thing is true of enough of them, or stages are not known.</summary>
    public required MemberClaim? Activity { get; init; }

    /// <summary>What to do. Its claim, where it has one, is true of enough members.</summary>
    public required SegmentPlan Plan { get; init; }

    /// <summary>What its members do, counted; null where stages are not known.</summary>
    public required MemberCounts? Members { get; init; }

    /// <summary>Everything that is said of the members: each is true of enough of them.</summary>
    public IEnumerable<MemberClaim> Claims => new[] { Activity, Plan.Claim }.OfType<MemberClaim>().Distinct();

    /// <summary>What may be said of a segment.</summary>
    /// <param name="profile">The segment.</param>
    /// <param name="basis">All customers.</param>
    /// <param name="members">What its members do; null where stages are not known: then nothing is said of it.</param>
    public static SegmentPortrait Of(GroupProfile profile, GroupProfile basis, MemberCounts? members)
    {
        var region = SegmentRegions.Of(profile, basis);
        return new SegmentPortrait
        {
            Region = region,
            Activity = members is null ? null : ActivityOf(members),
            Plan = SegmentPlans.Of(region, members),
            Members = members,
        };
    }

    /// <summary>What most members do, the narrowest thing first; null where no one thing is true of enough of them.</summary>
    internal static MemberClaim? ActivityOf(MemberCounts members) => s_activities.FirstOrDefault(claim => claim.HoldsFor(members));
}
