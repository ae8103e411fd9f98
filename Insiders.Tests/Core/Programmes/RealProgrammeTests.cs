using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Customers;
using Insiders.Core.Ledger;
using Insiders.Core.Pipeline;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Xunit.Abstractions;

namespace Insiders.Tests.Core.Programmes;

/// <summary>The programme on the real file.</summary>
public sealed class RealProgrammeTests(ITestOutputHelper output)
{
    private static readonly Dictionary<long, ImmutableHashSet<string>> s_noLists = [];

    [RealFileFact]
    public async Task Cut_by_month_and_replayed_the_log_gives_the_members_of_every_date_and_the_preview_said_what_happened()
    {
        var plans = new[]
        {
            Programme.Default,
            new Programme(
                [
                    new("Friends", [new MeasureCondition("gross_revenue", 1_000, null), new StageCondition(CustomerStage.Slipping)]),
                    new("Insiders", [new SegmentCondition(null), new MeasureCondition("recency_days", null, 60), new MeasureCondition("return_rate", null, 0.1)]),
                ],
                new Policy { MaintainMonths = 2, GraceDays = 20, Falling = FallingShort.OneTierDown, Anchor = ExpiryAnchor.JoinDate }),
        };
        var logs = plans.Select(_ => new List<ProgrammeEvent>()).ToArray();
        var members = plans.Select(_ => ImmutableArray<Member>.Empty).ToArray();
        var history = new List<(int Plan, DateOnly On, ImmutableArray<Membership> Members)>();
        DateOnly? previous = null;
        using var folder = new TempFolder();
        foreach (var cut in Cuts())
        {
            using var session = LedgerSession.Open([Write(folder, cut)], 2, 1_000, null);
            using var shop = await CleanShop.OfAsync(session, Recipe.Study.Cleaning);
            var asOf = shop.Coverage.Last;
            foreach (var (plan, programme) in plans.Index())
            {
                var facts = new ProgrammeFacts(asOf, ProgrammeStandings.Of(programme, shop.Customers, s_noLists, members[plan], [], CancellationToken.None), []);
                var said = Review.Run(programme, members[plan], facts, previous);
                var before = members[plan].Select(member => member.Membership).ToArray();
                var happened = Review.Run(programme, members[plan], facts, previous);
                Assert.Equal(said.Events.Select(Line), happened.Events.Select(Line));
                Assert.Equal(before, members[plan].Select(member => member.Membership)); // the preview left the members alone
                logs[plan].AddRange(happened.Events);
                members[plan] = happened.Members;
                history.Add((plan, asOf, [.. members[plan].Select(member => member.Membership)]));
                CheckEarned(programme, shop.Customers, happened);
            }

            previous = asOf;
        }

        Assert.True(history.Count >= 20, $"{history.Count} reviews are too few.");
        Assert.All(history, day => Assert.Equal(day.Members.AsEnumerable(), MembershipLog.Replay(logs[day.Plan], day.On)));
        foreach (var log in logs)
        {
            output.WriteLine(string.Join(", ", log.GroupBy(happened => happened.Kind).Select(kind => $"{kind.Key} {kind.Count()}")));
        }

        Assert.Contains(logs[1], happened => happened.Kind == EventKind.Left);
        Assert.Contains(logs[1], happened => happened.Kind == EventKind.MovedUp);
        Assert.Contains(logs[0], happened => happened.Kind == EventKind.Recovered);
    }

    [RealFileFact]
    public void Rules_for_the_top_segment_say_nine_of_ten_members_with_four_conditions_and_name_those_who_do_not_fit()
    {
        var customers = Elite();
        ImmutableArray<bool> isMember = [.. customers.Everybody.Select(row => customers.SegmentOf[row] == 0)];

        var rules = MemberRules.Of(customers, isMember, CancellationToken.None);

        foreach (var (name, rule) in new[] { ("entry", rules.Entry!), ("exit", rules.Exit!) })
        {
            output.WriteLine($"{name}: {string.Join(" and ", rule.Rule.Conditions.Select(condition => $"{rule.MeasureOf(condition)} {(condition.AtLeast ? ">=" : "<")} {condition.Threshold}"))}; precision {rule.Rule.Precision:F3}, recall {rule.Rule.Recall:F3}, coverage {rule.Rule.Coverage:F4}; met by others {string.Join(' ', rule.MetByOthers)}; missed {string.Join(' ', rule.Missed)}");
            Assert.InRange(rule.Rule.Conditions.Length, 1, 4);
            Assert.InRange(rule.Rule.Precision!.Value, 0.9, 1);
            Assert.InRange(rule.Rule.Recall!.Value, 0.9, 1);
        }

        // Counted once more, customer by customer.
        var entry = rules.Entry!;
        var met = customers.Everybody.Where(row => entry.Rule.Conditions.All(condition => customers.Feature(entry.MeasureOf(condition))[row] is var value && (condition.AtLeast ? value >= condition.Threshold : value < condition.Threshold))).ToArray();
        Assert.Equal(entry.Rule.Met, met.Length);
        Assert.Equal(entry.Rule.MembersMet, met.Count(row => isMember[row]));
        Assert.Equal(entry.MetByOthers.Order(StringComparer.Ordinal), met.Where(row => !isMember[row]).Select(row => customers.Ids[row]));
        Assert.Equal(entry.Missed.Order(StringComparer.Ordinal), customers.Everybody.Where(row => isMember[row] && !met.Contains(row)).Select(row => customers.Ids[row]));
    }

    [RealFileFact]
    public void The_worth_of_the_thirty_six_is_the_studies_beside_as_many_by_revenue_alone()
    {
        var customers = Elite();

        var worth = ProgrammeWorth.Of(customers, customers.MembersOf(customers.Segments[0]));

        Assert.Equal(36, worth.Customers);
        Assert.Equal(0.2828, worth.RevenueShare, 5e-5);
        Assert.Equal(2_440_637.38, worth.TopRevenueAmount, 0.005);
        Assert.Equal(0.2863, worth.TopRevenueShare, 5e-5);
        Assert.Equal(33, worth.AlsoTop);
    }

    // The study's Elite: the clusters whose customers are the 36 of STUDIES by mean revenue, the others as one segment.
    private static CustomerTable Elite()
    {
        var features = RetailReference.Features;
        var labels = RetailReference.Clusters.Labels;
        var top = 0;
        for (var count = 0; count < 36; top++)
        {
            count += labels.Count(label => label == top);
        }

        ImmutableArray<double> zeros = [.. new double[features.Customers]];
        ImmutableArray<long?> segments = [.. labels.Select(label => (long?)(label < top ? 1 : 2))];
        var columns = new CustomerColumns(
            features.CustomerIds, features.Countries, labels, segments, zeros, zeros, zeros,
            [.. features.Definitions.Select(definition => definition.Name)], [.. features.Definitions.Select(definition => features.Column(definition.Name).ToImmutableArray())]);
        return new CustomerTable(columns, [SmallBase.Segment(1, 0, english: "Elite"), SmallBase.Segment(2, 1, english: "Others")]);
    }

    // A second way: whoever is neither warned nor one tier down since today meets the conditions of the tier.
    private static void CheckEarned(Programme programme, CustomerTable customers, ReviewOutcome outcome)
    {
        var lowered = outcome.Events.Where(happened => happened.Kind == EventKind.MovedDown).Select(happened => happened.CustomerId).ToHashSet();
        foreach (var member in outcome.Members.Where(member => !lowered.Contains(member.CustomerId)).Where(member => member.Membership.LeavesOn is null && !member.Membership.IsByHand))
        {
            var row = customers.FindRow(member.CustomerId)!.Value;
            foreach (var condition in programme.Tiers[member.Membership.Tier].Conditions)
            {
                Assert.True(condition switch
                {
                    MeasureCondition { From: { } from } measure => customers.Feature(measure.Measure)[row] >= from,
                    MeasureCondition { To: { } to } measure => customers.Feature(measure.Measure)[row] <= to,
                    SegmentCondition => customers.SegmentOf[row] == 0,
                    StageCondition stage => customers.Stages!.Stages[row] <= stage.NoLaterThan,
                    _ => false,
                }, $"{member.CustomerId} does not meet {condition}.");
            }
        }
    }

    private static ImmutableArray<DateOnly> Cuts()
    {
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        return [.. TestLedger.Rows(session, $"SELECT DISTINCT strftime(last_day(CAST(sold_at AS DATE)), '%Y-%m-%d') FROM {LedgerSchema.View} ORDER BY 1").Select(day => DateOnly.Parse(day, CultureInfo.InvariantCulture)).Skip(2)];
    }

    private static string Write(TempFolder folder, DateOnly cut)
    {
        var file = folder.Combine($"{cut:yyyy-MM}.parquet");
        using var session = TestLedger.Open(TestLedger.Ecommerce);
        session.Execute($"COPY (SELECT * FROM {LedgerSchema.View} WHERE sold_at < DATE '{cut.AddDays(1):yyyy-MM-dd}') TO {LedgerSession.Quote(file)} (FORMAT parquet)");
        return file;
    }

    private static string Line(ProgrammeEvent happened) => $"{happened.CustomerId} {happened.Kind} {happened.Reason} {happened.FromTier} {happened.ToTier} {happened.LeavesOn}";
}
