using Insiders.Core.Statistics.Hypotheses;
using Insiders.Core.Statistics.Purchases;

namespace Insiders.Tests.HandWorked;

/// <summary>Every parameter is 1, so that each integral can be done with a pencil; somebody bought once, three units of time ago.</summary>
public sealed class PurchasesByHandTests
{
    private static readonly PurchaseHistory s_once = new(0, 0, 3);
    private static readonly BetaGeometricModel s_geometric = new(1, 1, 1, 1, leavesAfterFirst: false, PurchaseFitQuality.Given);
    private static readonly BetaGeometricModel s_modified = new(1, 1, 1, 1, leavesAfterFirst: true, PurchaseFitQuality.Given);
    private static readonly ParetoModel s_pareto = new(1, 1, 1, 1, PurchaseFitQuality.Given);

    [Fact]
    public void Who_bought_once_is_alive_unless_one_can_leave_before_buying_again()
    {
        Assert.Equal(1, s_geometric.Alive(s_once));
        Assert.Equal(1 / (1 + 4.0), s_modified.Alive(s_once), 1e-14); // a ÷ b · (4 ÷ 1)
        Assert.Equal(1 / 8.5, s_pareto.Alive(s_once), 1e-11); // 4 · 4 · ∫ (1 + y)⁻³ from 0 to 3 = 16 · 15/32
    }

    [Fact]
    public void Who_came_back_after_one_and_was_not_seen_for_two()
    {
        var back = new PurchaseHistory(1, 1, 3);

        Assert.Equal(1 / (1 + 4.0), s_geometric.Alive(back), 1e-14); // a ÷ b · (4 ÷ 2)²
        Assert.Equal(1 / (1 + 2.0), s_modified.Alive(back), 1e-14); // a ÷ (b + 1) · (4 ÷ 2)²
        Assert.Equal(1 / (1 + (7 / 3.0)), s_pareto.Alive(back), 1e-11); // 4² · 4 · ∫ (1 + y)⁻⁴ from 1 to 3 = 64 · (1/8 − 1/64) ÷ 3
    }

    [Fact]
    public void Purchases_in_the_next_four_units()
    {
        // (1 − e^(−λpt)) ÷ p with λ exponential of rate 4: t ÷ (4 + pt); over p evenly: ln((4 + t) ÷ 4).
        Assert.Equal(Math.Log(2), s_geometric.Expected(s_once, 4), 1e-13);

        // The same over p with the density 2(1 − p): 2·(2·ln 2 − 1); times the chance of being alive.
        Assert.Equal(0.2 * 2 * ((2 * Math.Log(2)) - 1), s_modified.Expected(s_once, 4), 1e-13);

        // λ of mean 1/4, time of life left min(τ, 4) with P(τ > u) = 4 ÷ (4 + u): 1/4 · 4 · ln 2.
        Assert.Equal(Math.Log(2) / 8.5, s_pareto.Expected(s_once, 4), 1e-11);
    }

    [Fact]
    public void One_purchase_and_out_or_one_purchase_and_still_there()
    {
        var counts = s_geometric.Counts(s_once, 4);

        // No purchase: 4 ÷ 8. One: half of those who buy leave at once (1/4), half stay and buy exactly once (1/2 · 1/4).
        Assert.Equal(0.5, counts.Shares[0], 1e-14);
        Assert.Equal(0.375, counts.Shares[1], 1e-14);
        Assert.Equal(Math.Log(2), counts.Mean, 1e-6);
        Assert.Equal((0, 3), counts.Within(0.95)); // 0.5, 0.875, 0.969, 0.9922
    }

    [Fact]
    public void The_numbers_of_purchases_have_the_expected_mean_in_every_model()
        => Assert.All<PurchaseModel>(
            [s_geometric, s_modified, s_pareto, new NeverLeavesModel(1, 1, PurchaseFitQuality.Given), new ParetoModel(0.4, 3, 2.5, 8, PurchaseFitQuality.Given)],
            model => Assert.All([s_once, new PurchaseHistory(3, 2, 3)], history =>
            {
                var counts = model.Counts(history, 2);
                Assert.Equal(model.Expected(history, 2), counts.Mean, 1e-6);
                Assert.Equal(1, counts.Shares.Sum(), 1e-8);
                Assert.Equal(1, model.Counts(history, 0).Shares[0], 1e-14);
            }));

    [Fact]
    public void A_chance_to_leave_of_exactly_one_half_on_average_is_no_special_case()
    {
        double Expected(double a, double b) => new BetaGeometricModel(0.6, 4, a, b, false, PurchaseFitQuality.Given).Expected(new PurchaseHistory(0, 0, 10), 30);

        // The published formula divides by a − 1, and its series by a + b − 1.
        Assert.Equal(Expected(1, 2), (Expected(1 - 1e-6, 2) + Expected(1 + 1e-6, 2)) / 2, 1e-9);
        Assert.Equal(Expected(0.4, 0.6), (Expected(0.4, 0.6 - 1e-6) + Expected(0.4, 0.6 + 1e-6)) / 2, 1e-9);
        Assert.Equal(Expected(49.999, 2), Expected(50.001, 2), 1e-4); // both ways of summing
    }

    [Fact]
    public void Equal_histories_are_one_group()
    {
        var groups = PurchaseGroups.Of([new(2, 5, 9), new(0, 0, 9), new(2, 5, 9), new(2, 4, 9)]);

        Assert.Equal([new(0, 0, 9), new(2, 4, 9), new(2, 5, 9)], groups.Histories.ToArray());
        Assert.Equal([1, 1, 2], groups.Counts.ToArray());
        Assert.Equal([2, 0, 2, 1], groups.GroupOf.ToArray());
        Assert.Equal((4, 3, 6L, 9.0), (groups.Customers, groups.Repeaters, groups.Repeats, groups.MeanAge));
        Assert.Equal(["c", "a", "c", "b"], groups.ByCustomer<string>(["a", "b", "c"]).AsEnumerable());
    }

    [Theory]
    [InlineData(-1, 0, 1)]
    [InlineData(1, 2, 1)]
    [InlineData(0, 1, 2)]
    [InlineData(1, double.NaN, 1)]
    [InlineData(1, 1, double.PositiveInfinity)]
    public void A_history_that_cannot_be_is_refused(int repeats, double last, double age)
    {
        Assert.Throws<ArgumentException>(() => PurchaseGroups.Of([new(repeats, last, age)]));
        Assert.Throws<ArgumentException>(() => s_pareto.Alive(new(repeats, last, age)));
    }

    [Fact]
    public void What_was_foretold_is_compared_by_repeats()
    {
        var model = new NeverLeavesModel(1, 1, PurchaseFitQuality.Given);
        var trial = new PurchaseTrial(PurchaseGroups.Of([new(0, 0, 3), new(0, 0, 3), new(9, 2, 9)]), [1, 0, 3], 2);

        var result = PurchaseComparison.Try(model, trial);

        // (1 + x) · 2 ÷ (1 + T): 1/2, 1/2, 2. Errors 1/2, −1/2, 1. Of the first two P(0) = 4/6, P(1) = 4/6 · 2/6.
        Assert.Equal((3.0, 4L), (result.Predicted, result.Made));
        Assert.Equal(2 / 3.0, result.MeanAbsoluteError, 1e-14);
        Assert.Equal(Math.Sqrt(0.5), result.RootMeanSquareError, 1e-14);
        Assert.Equal(Math.Log(4 / 6.0 * 2 / 6) + Math.Log(4 / 6.0) + Math.Log(220 * Math.Pow(10 / 12.0, 10) * Math.Pow(2 / 12.0, 3)), result.LogScore, 1e-12);
        Assert.Equal([new PurchaseTrialRow(0, 2, 0.5, 0.5), new PurchaseTrialRow(7, 1, 2, 3)], result.ByRepeats.AsEnumerable());
    }

    [Fact]
    public void The_sum_of_a_programme_has_the_variance_of_its_members()
    {
        var members = PurchaseGroups.Of([s_once, s_once]);

        var total = PurchaseTotals.Of(s_geometric, members, 4, 0.95);

        Assert.Equal(2 * Math.Log(2), total.Expected, 1e-13);
        Assert.Null(total.ModelDeviation);
        Assert.Equal(Math.Sqrt(2 * s_geometric.Counts(s_once, 4).Variance), total.ChanceDeviation, 1e-14);
        Assert.Equal(0, total.Low); // below zero otherwise
        Assert.Equal(total.Expected + (1.959963984540054 * total.ChanceDeviation), total.High, 1e-12);
    }

    // p 2, q 3, v 8: two orders of 4 make 2 · (8 + 8) ÷ (4 + 3 − 1); nobody's orders 2 · 8 ÷ 2.
    [Fact]
    public void An_order_is_worth_something_between_theirs_and_everybodys()
    {
        var model = new SpendModel(2, 3, 8);

        Assert.Equal(16 / 3.0, model.Expected(new(2, 4))!.Value, 1e-14);
        Assert.Equal(8, model.PopulationMean!.Value, 1e-14);
        Assert.Null(new SpendModel(2, 0.9, 8).PopulationMean);
        Assert.Throws<ArgumentException>(() => model.Expected(new(1, -3)));
    }

    // One order for sure, p = 1, q = 1: P(S < s) = s ÷ (s + v). The middle 80 %: v/9 to 9v.
    [Fact]
    public void The_money_of_one_order_has_an_interval_by_hand()
    {
        var outlook = new SpendModel(1, 1, 6).Outlook(new(1, 3), new PurchaseDistribution([0, 1]), 0.8);
        var none = new SpendModel(1, 2, 6).Outlook(default, new PurchaseDistribution([0.95, 0.05]), 0.8);

        // (p·x + q, v + x·m) = (2, 9): P(S < s) = 1 − (9 ÷ (9 + s))².
        Assert.Equal(9, outlook!.Value.Expected, 1e-12);
        Assert.Equal(9 * ((1 / Math.Sqrt(0.9)) - 1), outlook.Value.Low, 1e-9);
        Assert.Equal(9 * ((1 / Math.Sqrt(0.1)) - 1), outlook.Value.High, 1e-9);
        Assert.Equal(new MoneyOutlook(0.3, 0, 0), none!.Value with { Expected = Math.Round(none.Value.Expected, 12) });
    }

    [Fact]
    public void Chances_are_compared_with_what_happened_in_bins()
    {
        var bins = Calibration.OfChances([0.9, 0.1, 0.1, 0.1, 0.9, 0.1], [true, false, true, false, true, false], 3);

        // Four of 0.1 stay together; one of them happened. Wilson: (1/4 + z²/8 ± z√(3/64 + z²/64)) ÷ (1 + z²/4).
        Assert.Equal([4, 2], bins.Select(bin => bin.Cases));
        Assert.Equal((0.25, 1.0), (bins[0].MeanMade, bins[1].MeanMade));
        Assert.Equal(0.045587, bins[0].Low, 1e-6);
        Assert.Equal(0.699358, bins[0].High, 1e-6);
        Assert.Equal(1, bins[1].High);
        Assert.True(bins[0].Holds && bins[1].Holds);
        Assert.False(Calibration.OfAmounts([5, 5, 5], [1, 2, 3], 1)[0].Holds); // 2 ± 4.303 · 1 ÷ √3 = −0.48 … 4.48
        Assert.Throws<ArgumentException>(() => Calibration.OfChances([1.5], [true], 1));
    }
}
