using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Programmes;

namespace Insiders.Tests.HandWorked;

/// <summary>
/// One customer, c, through a year, worked out by hand. Three tiers, 0 to 2. A case is a policy, what the data say at each review, and every event with its reason:
/// <c>03-01: 1</c> is a review on 1 March 2020 at which tier 1 is earned, <c>-</c> none, <c>x</c> that there is no such customer; <c>r</c> after it that a return was loaded, <c>+1</c> included by hand in tier 1, <c>!</c> excluded,
/// <c>~0606</c> until 6 June.
/// </summary>
public sealed class ProgrammePolicyByHandTests
{
    private static readonly Policy s_plain = new() { MaintainMonths = 0, GraceDays = 0 };

    private static readonly Policy s_grace = s_plain with { GraceDays = 30 };

    private static readonly Policy s_half = s_plain with { MaintainMonths = 6, GraceDays = 30 };

    public static TheoryData<string, Policy, string, string> Cases => new()
    {
        // Joining and moving up.
        { "joins", s_plain, "01-10:0", "01-10 Joined MeetsConditions >0" },
        { "joins the highest tier earned", s_plain, "01-10:2", "01-10 Joined MeetsConditions >2" },
        { "never earns anything", s_plain, "01-10:- 02-10:-", "" },
        { "moves up at once, within a period, too", s_half, "01-10:0 02-10:2", "01-10 Joined MeetsConditions >0; 02-10 MovedUp MeetsConditions 0>2" },

        // Without period or grace.
        { "leaves at the next review", s_plain, "01-10:0 02-10:-", "01-10 Joined MeetsConditions >0; 02-10 Left FallsShort 0>" },
        { "to the tier that is earned", s_plain, "01-10:2 02-10:0", "01-10 Joined MeetsConditions >2; 02-10 MovedDown FallsShort 2>0" },
        { "one tier down, and again", s_plain with { Falling = FallingShort.OneTierDown }, "01-10:2 02-10:- 03-10:- 04-10:-", "01-10 Joined MeetsConditions >2; 02-10 MovedDown FallsShort 2>1; 03-10 MovedDown FallsShort 1>0; 04-10 Left FallsShort 0>" },
        { "to the base, whatever is earned", s_plain with { Falling = FallingShort.ToBase }, "01-10:2 02-10:1 03-10:-", "01-10 Joined MeetsConditions >2; 02-10 MovedDown FallsShort 2>0; 03-10 Left FallsShort 0>" },
        { "at once asks for neither period nor grace", s_half with { Falling = FallingShort.AtOnce }, "01-10:2 02-10:1 02-11:-", "01-10 Joined MeetsConditions >2; 02-10 MovedDown FallsShort 2>1; 02-11 Left FallsShort 1>" },

        // Grace.
        { "warned, kept by grace, leaves", s_grace, "01-10:0 02-10:- 02-20:- 03-11:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 03-11; 02-20 KeptByGrace FallsShort 0>0 by 03-11; 03-11 Left FallsShort 0>" },
        { "grace is told once", s_grace, "01-10:0 02-10:- 02-20:- 02-25:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 03-11; 02-20 KeptByGrace FallsShort 0>0 by 03-11" },
        { "recovers", s_grace, "01-10:0 02-10:- 02-20:0 04-10:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 03-11; 02-20 Recovered MeetsConditions 0>0; 04-10 Warned FallsShort 0>0 by 05-10" },
        { "a long gap between reviews warns first", s_grace, "01-10:0 06-10:- 09-10:-", "01-10 Joined MeetsConditions >0; 06-10 Warned FallsShort 0>0 by 07-10; 09-10 Left FallsShort 0>" },
        { "with grace one tier down, then grace again", s_grace with { Falling = FallingShort.OneTierDown }, "01-10:1 02-10:- 03-11:- 03-12:- 04-11:-", "01-10 Joined MeetsConditions >1; 02-10 Warned FallsShort 1>1 by 03-11; 03-11 MovedDown FallsShort 1>0; 03-12 Warned FallsShort 0>0 by 04-11; 04-11 Left FallsShort 0>" },

        // Periods by their anchors.
        { "tier start: six months and grace", s_half, "01-10:0 02-10:- 07-15:- 08-09:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 08-09; 07-15 KeptByGrace FallsShort 0>0 by 08-09; 08-09 Left FallsShort 0>" },
        { "tier start: begins again with the tier", s_half, "01-10:0 03-10:1 04-10:0 10-10:0", "01-10 Joined MeetsConditions >0; 03-10 MovedUp MeetsConditions 0>1; 04-10 Warned FallsShort 1>1 by 10-10; 10-10 MovedDown FallsShort 1>0" },
        { "join date: the tier does not move it", s_half with { Anchor = ExpiryAnchor.JoinDate }, "01-10:0 03-10:1 04-10:0 08-09:0", "01-10 Joined MeetsConditions >0; 03-10 MovedUp MeetsConditions 0>1; 04-10 Warned FallsShort 1>1 by 08-09; 08-09 MovedDown FallsShort 1>0" },
        { "fixed day: 1 July for all", s_half with { Anchor = ExpiryAnchor.FixedDay, GraceDays = 0 }, "03-10:0 04-10:- 06-30:- 07-01:-", "03-10 Joined MeetsConditions >0; 04-10 Warned FallsShort 0>0 by 07-01; 07-01 Left FallsShort 0>" },
        { "fixed day: the last of a shorter month", s_plain with { MaintainMonths = 1, Anchor = ExpiryAnchor.FixedDay, FixedMonth = 1, FixedDay = 31 }, "02-01:0 02-02:- 02-29:-", "02-01 Joined MeetsConditions >0; 02-02 Warned FallsShort 0>0 by 02-29; 02-29 Left FallsShort 0>" },
        { "a period that was met is followed by the next", s_half, "01-10:0 07-20:0 08-20:-", "01-10 Joined MeetsConditions >0; 08-20 Warned FallsShort 0>0 by 02-09" },
        { "a period that ended since the last review is over", s_half, "01-10:0 07-05:0 07-20:- 08-19:-", "01-10 Joined MeetsConditions >0; 07-20 Warned FallsShort 0>0 by 08-19; 08-19 Left FallsShort 0>" },

        // Rhythm.
        { "monthly: the second run of a month is no review", s_plain with { Rhythm = ReviewRhythm.Monthly }, "01-10:0 01-20:- 02-01:-", "01-10 Joined MeetsConditions >0; 02-01 Left FallsShort 0>" },
        { "quarterly", s_plain with { Rhythm = ReviewRhythm.Quarterly }, "01-10:0 03-31:- 04-01:-", "01-10 Joined MeetsConditions >0; 04-01 Left FallsShort 0>" },

        // Returns.
        { "a return lifts the protection of the period", s_half, "01-10:0 02-10:-r 03-11:-", "01-10 Joined MeetsConditions >0; 02-10 Warned Returned 0>0 by 03-11; 03-11 Left FallsShort 0>" },
        { "a return brings an earlier day after a warning", s_half, "01-10:0 02-10:- 03-10:-r 04-09:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 08-09; 03-10 Warned Returned 0>0 by 04-09; 04-09 Left FallsShort 0>" },
        { "a return is looked at between two reviews", s_plain with { Rhythm = ReviewRhythm.Yearly }, "01-10:1 02-10:0 03-10:0r", "01-10 Joined MeetsConditions >1; 03-10 MovedDown Returned 1>0" },
        { "a return that leaves the conditions met changes nothing", s_half, "01-10:0 02-10:0r", "01-10 Joined MeetsConditions >0" },
        { "returns are not looked at where the policy says so", s_half with { ChecksReturns = false }, "01-10:0 02-10:-r 03-11:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 08-09" },

        // By hand.
        { "included with an end", s_half, "01-10:-+1~0401 02-10:-+1~0401 04-02:-+1~0401", "01-10 Joined IncludedByHand >1 why; 04-02 Left InclusionEnded 1>" },
        { "included, then earns it, then the inclusion ends", s_grace, "01-10:-+0~0301 02-10:0+0~0301 03-10:0+0~0301", "01-10 Joined IncludedByHand >0 why; 02-10 KeptByConditions MeetsConditions 0>0" },
        { "included while warned", s_grace, "01-10:0 02-10:- 02-12:-+0 06-12:-+0 06-13:-", "01-10 Joined MeetsConditions >0; 02-10 Warned FallsShort 0>0 by 03-11; 02-12 KeptByHand IncludedByHand 0>0 why; 06-13 Left InclusionEnded 0>" },
        { "raised by hand above what is earned", s_plain, "01-10:0 02-10:0+2 03-10:0", "01-10 Joined MeetsConditions >0; 02-10 MovedUp IncludedByHand 0>2 why; 03-10 MovedDown InclusionEnded 2>0" },
        { "excluded, and back when the exclusion ends", s_half, "01-10:0 02-10:0!~0301 03-01:0!~0301 03-02:0!~0301", "01-10 Joined MeetsConditions >0; 02-10 Left ExcludedByHand 0> why; 03-02 Joined MeetsConditions >0" },
        { "by hand counts between two reviews, the conditions do not", s_plain with { Rhythm = ReviewRhythm.Yearly }, "01-10:- 02-10:1 03-10:1+0", "03-10 Joined MeetsConditions >1" },

        // The data.
        { "the sales were taken back", s_half, "01-10:0 02-10:x", "01-10 Joined MeetsConditions >0; 02-10 Left NoLongerCustomer 0>" },
        { "an inclusion does not hold whoever is gone", s_half, "01-10:0+1 02-10:x+1", "01-10 Joined IncludedByHand >1 why; 02-10 Left NoLongerCustomer 1>" },
    };

    [Theory, MemberData(nameof(Cases))]
    public void Every_event_has_its_reason_and_the_log_gives_the_members_of_every_day(string name, Policy policy, string reviews, string expected)
    {
        var programme = new Programme([.. Enumerable.Range(0, 3).Select(tier => new Tier($"T{tier}", []))], policy);
        var (log, members, returned) = (new List<ProgrammeEvent>(), ImmutableArray<Member>.Empty, 0);
        (DateOnly? everybody, DateOnly? last) = (null, null);
        var after = new List<(DateOnly On, ImmutableArray<Membership> Members)>();
        foreach (var review in reviews.Split(' '))
        {
            var facts = Facts(review, ref returned, last);
            var isDue = policy.IsDue(everybody, facts.AsOf);
            var outcome = Review.Run(programme, members, facts, everybody, isDue ? ReviewScope.Everybody : ReviewScope.ChangesOnly);
            log.AddRange(outcome.Events);
            members = outcome.Members;
            (everybody, last) = (isDue ? facts.AsOf : everybody, facts.AsOf);
            after.Add((facts.AsOf, [.. members.Select(member => member.Membership)]));
        }

        Assert.Equal(expected, string.Join("; ", log.Select(Line)));
        Assert.All(after, day => Assert.Equal(day.Members.AsEnumerable(), MembershipLog.Replay(log, day.On)));
        Assert.NotEmpty(name);
    }

    [Fact]
    public void There_are_thirty_cases_at_least() => Assert.True(Cases.Count >= 30);

    [Fact]
    public void A_tier_that_was_removed_moves_its_members_to_what_they_earn()
    {
        var member = new Member(new("c", 2, new(2020, 1, 1), new(2020, 1, 1)), [], 0);
        var facts = new ProgrammeFacts(new(2020, 2, 1), ImmutableDictionary<string, Standing>.Empty.Add("c", new(0, [])), []);

        var happened = Assert.Single(Review.Run(new([new("T0", [])], s_half), [member], facts, new(2020, 1, 1)).Events);

        Assert.Equal((EventKind.MovedDown, EventReason.TierRemoved, 2, 0), (happened.Kind, happened.Reason, happened.FromTier!.Value, happened.ToTier!.Value));
    }

    private static ProgrammeFacts Facts(string review, ref int returned, DateOnly? last)
    {
        var on = DateOnly.ParseExact("2020-" + review[..5], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var rest = review[6..];
        returned += rest.Contains('r', StringComparison.Ordinal) ? 1 : 0;
        var until = rest.IndexOf('~', StringComparison.Ordinal) is var mark and >= 0 ? DateOnly.ParseExact("2020" + rest[(mark + 1)..], "yyyyMMdd", CultureInfo.InvariantCulture) : (DateOnly?)null;
        var plus = rest.IndexOf('+', StringComparison.Ordinal);
        var tier = plus >= 0 ? rest[plus + 1] - '0' : (int?)null;
        var standings = ImmutableDictionary<string, Standing>.Empty;
        Assert.True(last is null || on >= last);
        return new(
            on, rest[0] == 'x' ? standings : standings.Add("c", new(char.IsDigit(rest[0]) ? rest[0] - '0' : null, [], returned)),
            plus >= 0 || rest.Contains('!', StringComparison.Ordinal) ? [new("c", tier, "why", until, "ana")] : []);
    }

    private static string Line(ProgrammeEvent happened)
        => string.Create(CultureInfo.InvariantCulture, $"{happened.On:MM-dd} {happened.Kind} {happened.Reason} {happened.FromTier}>{happened.ToTier}{(happened.LeavesOn is { } day ? $" by {day:MM-dd}" : "")}{(happened.Note is { } note ? $" {note}" : "")}");
}
