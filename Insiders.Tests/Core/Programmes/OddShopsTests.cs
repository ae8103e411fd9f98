using System.Collections.Immutable;
using Insiders.Core.Customers;
using Insiders.Core.Programmes;
using Insiders.Core.Segments.Stages;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Programmes;

/// <summary>Ledgers that have little to say: everything is said or left out, nothing is NaN.</summary>
public sealed class OddShopsTests
{
    public static TheoryData<string> Shops => ["two months", "five customers", "no returns", "one country", "all in December", "everybody monthly", "one customer"];

    [Theory, MemberData(nameof(Shops))]
    public async Task Odd_ledgers_have_a_programme_without_a_number_that_is_none(string name)
    {
        using var shop = await CleanShop.OfAsync(Rows(name));
        var customers = shop.Customers;
        var programme = new Programme(
            [
                new("Base", [new StageCondition(CustomerStage.Slipping)]),
                new("Top", [new SegmentCondition(null), new ProbabilityCondition(null, 0.5), new MeasureCondition(SalesMeasures.DaysOverdue, null, 10)]),
            ],
            new Policy());
        foreach (var plan in new[] { Programme.Default, programme })
        {
            var standings = ProgrammeStandings.Of(plan, customers, new Dictionary<long, ImmutableHashSet<string>>(), [], [], CancellationToken.None);
            var outcome = Review.Run(plan, [], new(shop.Coverage.Last, standings, []), null);
            var worth = ProgrammeWorth.Of(customers, [.. outcome.Members.Select(member => customers.FindRow(member.CustomerId)!.Value).Order()]);
            ImmutableArray<bool> isMember = [.. customers.Ids.Select(id => outcome.Members.Any(member => member.CustomerId == id))];
            var rules = MemberRules.Of(customers, isMember, CancellationToken.None);

            Assert.All(outcome.Members.SelectMany(member => member.Evidence), reading => Assert.True(reading.Value is null || double.IsFinite(reading.Value.Value)));
            Assert.InRange(worth.RevenueShare, 0, 1);
            Assert.InRange(worth.TopRevenueShare, worth.RevenueShare - 1e-9, 1 + 1e-9);
            Assert.Equal(outcome.Members.Length == 0 || outcome.Members.Length == customers.Count, rules.Entry is null);
            foreach (var rule in new[] { rules.Entry, rules.Exit }.OfType<MemberRule>())
            {
                Assert.InRange(rule.Rule.Precision ?? 0, 0, 1);
                Assert.InRange(rule.Rule.Recall ?? 0, 0, 1);
                Assert.All(CustomerNeeds.Nearest(customers, rule, isMember, 9), need => Assert.True(double.IsFinite(need.MoneyAmount) && need.Orders > 0));
                Assert.All(outcome.Members, member => Assert.True(MemberMargin.Of(member, customers, rule) is not { } margin || double.IsFinite(margin.RoomShare)));
            }
        }

        var criteria = HighValue.Suggested(customers);
        Assert.All(criteria, criterion => Assert.True(double.IsFinite(criterion.Threshold)));
        Assert.All(HighValue.Score(customers, criteria).SelectMany(segment => segment.Medians), median => Assert.True(median is null || double.IsFinite(median.Value)));
        Assert.NotEmpty(ProgrammeJson.Write(programme));
        Assert.Equal(programme.Tiers[1].Conditions.AsEnumerable(), ProgrammeJson.Read(ProgrammeJson.Write(programme)).Tiers[1].Conditions);
    }

    private static IEnumerable<SaleRow> Rows(string name)
    {
        var (customers, first, months, returns) = name switch
        {
            "two months" => (40, new DateTime(2017, 3, 1), 2, true),
            "five customers" => (5, new DateTime(2017, 1, 1), 12, true),
            "no returns" => (40, new DateTime(2017, 1, 1), 12, false),
            "one country" => (40, new DateTime(2017, 1, 1), 12, true),
            "all in December" => (40, new DateTime(2017, 12, 1), 1, true),
            "one customer" => (1, new DateTime(2017, 1, 1), 3, false),
            _ => (40, new DateTime(2017, 1, 1), 12, false),
        };
        for (var customer = 0; customer < customers; customer++)
        {
            for (var month = 0; month < months; month++)
            {
                // Everybody monthly on the same day in the last shop; elsewhere customers skip months of their own.
                if (name == "everybody monthly" || (month + customer) % (1 + (customer % 4)) == 0)
                {
                    var day = first.AddMonths(month).AddDays(name == "everybody monthly" ? 0 : customer % 20);
                    yield return new SaleRow
                    {
                        Invoice = $"{customer}{month:00}",
                        StockCode = $"P{customer % 7}",
                        Quantity = 1 + customer,
                        SoldAt = day,
                        Customer = $"c{customer:00}",
                        Country = name == "one country" || customer % 2 == 0 ? "France" : "Spain",
                    };
                    if (returns && customer % 5 == 0 && month % 3 == 0)
                    {
                        yield return new SaleRow { Invoice = $"C{customer}{month:00}", StockCode = $"P{customer % 7}", Quantity = -1, SoldAt = day.AddDays(1), Customer = $"c{customer:00}", Country = "France" };
                    }
                }
            }
        }
    }
}
