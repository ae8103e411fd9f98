using System.Globalization;
using Insiders.Benchmarks.Simulation;
using Insiders.Core.Numerics;
using Insiders.Core.Problems;
using Insiders.Core.Statistics.Purchases;
using Insiders.Tests.Fixtures;

namespace Insiders.Tests.Reference;

public sealed class PurchaseReferenceTests
{
    private static readonly PurchaseModelKind[] s_leaving = [PurchaseModelKind.BetaGeometric, PurchaseModelKind.ModifiedBetaGeometric, PurchaseModelKind.Pareto];

    private static readonly Lazy<PurchaseHistory[]> s_cdnow = new(() => [.. File.ReadLines(SharedData.Reference("cdnow_summary.csv")).Skip(1).Select(line => line.Split(','))
        .Select(cells => new PurchaseHistory(int.Parse(cells[1], CultureInfo.InvariantCulture), Number(cells[2]), Number(cells[3])))]);

    private static readonly double[] s_exactGeometric = [0.2425945, 4.4136019, 0.7929199, 2.4258881];
    private static readonly double[] s_exactPareto = [0.5532768, 10.577677, 0.6062361, 11.668621];
    private static readonly double[] s_paretoErrors = [0.0476, 0.8427, 0.1873, 6.2105];

    private static double Number(string cell) => double.Parse(cell, CultureInfo.InvariantCulture);

    // The nearest wrong answer: without grouping by day the exact weeks move r by 7e-6 of itself and a by 5e-5, and a likelihood
    // whose x = 0 term is missing moves all by more than a tenth.
    [RealFileFact]
    public void Parameters_likelihoods_chances_and_purchases_are_those_of_the_reference()
        => Assert.All(s_leaving, kind =>
        {
            var reference = ReferenceAnswers.Read("clv_reference").GetProperty(Key(kind));
            string[] names = kind == PurchaseModelKind.Pareto ? ["r", "alpha", "s", "beta"] : ["r", "alpha", "a", "b"];

            var model = Fit(kind, s_cdnow.Value).Model!;

            Assert.All(names.Index(), name => Near(reference.GetProperty(name.Item).GetDouble(), model.Parameters[name.Index], 1e-4));
            Assert.Equal(reference.GetProperty("ll").GetDouble(), model.Quality.LogLikelihood, 1e-5);
            Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("palive20")).Index(), alive => Assert.Equal(alive.Item, model.Alive(s_cdnow.Value[alive.Index]), 1e-5));
            Assert.All(ReferenceAnswers.Numbers(reference.GetProperty("cet39_20")).Index(), expected => Near(expected.Item, model.Expected(s_cdnow.Value[expected.Index], 39), 1e-5));
            Near(reference.GetProperty("sum_cet39").GetDouble(), s_cdnow.Value.Sum(history => model.Expected(history, 39)), 1e-5);
        });

    [RealFileFact]
    public void Exact_weeks_have_the_published_parameters()
    {
        PurchaseHistory[] exact = [.. s_cdnow.Value.Select(history => history with { LastAge = Math.Round(history.LastAge * 7) / 7, Age = Math.Round(history.Age * 7) / 7 })];

        var geometric = Fit(PurchaseModelKind.BetaGeometric, exact).Model!;
        var pareto = Fit(PurchaseModelKind.Pareto, exact).Model!;

        Assert.All(s_exactGeometric.Index(), value => Near(value.Item, geometric.Parameters[value.Index], 1e-4));
        Assert.All(s_exactPareto.Index(), value => Near(value.Item, pareto.Parameters[value.Index], 1e-4));
        Assert.Equal(-9582.429, geometric.Quality.LogLikelihood, 1e-3);
        Assert.Equal(-9594.976179, pareto.Quality.LogLikelihood, 1e-5);
        Assert.All(s_paretoErrors.Index(), error => Near(error.Item, pareto.StandardErrors!.Value[error.Index], 1e-3));
    }

    // Predicted purchases by repeats before, as published; a customer with none wrongly taken for gone would predict 0 in the first row.
    [RealFileFact]
    public void The_hold_out_table_has_the_published_predictions()
    {
        double[] means = [0.225, 0.523, 1.044, 1.520, 2.164, 2.654, 3.504, 6.157];
        int[] customers = [1411, 439, 214, 100, 62, 38, 29, 64];
        var groups = PurchaseGroups.Of(s_cdnow.Value);

        var result = PurchaseComparison.Try(Fit(PurchaseModelKind.BetaGeometric, s_cdnow.Value).Model!, new PurchaseTrial(groups, [.. new int[groups.Customers]], 39));

        Assert.Equal(1653.4, result.Predicted, 0.05);
        Assert.Equal(customers, result.ByRepeats.Select(row => row.Customers));
        Assert.All(means.Index(), mean => Assert.Equal(mean.Item, result.ByRepeats[mean.Index].MeanPredicted, 5.1e-4));
    }

    [Fact]
    public void The_published_example_has_the_published_answers()
    {
        var model = new BetaGeometricModel(0.243, 4.414, 0.793, 2.426, leavesAfterFirst: false, PurchaseFitQuality.Given);

        Assert.Equal(1.226, model.Expected(new(2, 30.43, 38.86), 39), 5e-4);
        Assert.Equal(0.5737864, model.Counts(new(0, 0, 0), 39).Shares[0], 5e-8);
        Assert.Equal(0, model.Alive(new(1000, 10, 100)));
    }

    [Fact]
    public void Powers_that_no_double_holds_leave_answers_as_published()
    {
        var published = new ParetoModel(0.5534, 10.5802, 0.6061, 11.6562, PurchaseFitQuality.Given);
        var underflow = new ParetoModel(0.55, 10.58, 0.61, 11.67, PurchaseFitQuality.Given);
        var overflow = new ParetoModel(0.5143, 2.8845, 0.2856, 14.1087, PurchaseFitQuality.Given);
        PurchaseHistory[] many = [new(221, 103.42857, 103.57143), new(254, 97.14286, 97.28571), new(161, 94.71429, 98), new(204, 98.57143, 99.42857)];

        Assert.Equal(0.9979, published.Alive(new(26, 30.86, 31)), 5e-5);
        Assert.Equal(25.46, published.Expected(new(26, 30.86, 31), 52), 1e-2); // parameters of four digits; 23.9 with t_x for T
        Assert.Equal(6.2060517889632418, underflow.Expected(new(132, 200, 200), 10), 1e-12);
        Assert.Equal(6.2528722475748113, underflow.Expected(new(133, 200, 200), 10), 1e-12);
        Assert.All(many, history => Assert.InRange(overflow.Alive(history), 1e-9, 1)); // NaN where (α + T)^(r + x) is taken
    }

    [Fact]
    public void Expected_money_per_order_of_the_first_ten_customers()
    {
        SpendHistory[] first = [new(2, 22.35), new(1, 11.77), default, default, default, new(7, 73.74), new(1, 11.77), default, new(2, 25.55), default];
        double[] published = [24.65, 18.91, 35.17, 35.17, 35.17, 71.46, 18.91, 35.17, 27.28, 35.17];
        var reference = ReferenceAnswers.Read("clv_reference").GetProperty("gammagamma");
        double Parameter(string name) => reference.GetProperty(name).GetDouble();
        var model = new SpendModel(Parameter("p"), Parameter("q"), Parameter("v"));
        var answers = ReferenceAnswers.Numbers(reference.GetProperty("first20"));

        Assert.All(first.Index(), customer => Assert.Equal(answers[customer.Index], model.Expected(customer.Item)!.Value, 1e-9));
        Assert.All(first.Index(), customer => Assert.Equal(published[customer.Index], model.Expected(customer.Item)!.Value, 1.6e-2));
        Assert.Equal(Parameter("population_mean"), model.PopulationMean!.Value, 1e-9);
    }

    // Simulated with known parameters: each fit finds its own within four standard errors, and its own likelier than the others'.
    [Fact]
    public void Each_model_finds_the_parameters_it_was_drawn_with()
        => Assert.All(s_leaving, kind =>
        {
            double[] truth = kind == PurchaseModelKind.Pareto ? [0.8, 6, 0.9, 20] : [0.8, 6, 0.9, 2.5];
            var (histories, later) = SimulatedBase.Draw(kind, truth, 12_000, 700, 26, 5);
            var groups = PurchaseGroups.Of(histories);

            var choice = PurchaseComparison.Choose(groups, new PurchaseTrial(groups, [.. later], 26), new PurchaseOptions(), CancellationToken.None);

            Assert.False(choice.FellBack);
            Assert.Equal(kind, choice.Chosen!.Kind);
            Assert.All(truth.Index(), value => Assert.InRange((choice.Chosen.Parameters[value.Index] - value.Item) / choice.Chosen.StandardErrors!.Value[value.Index], -5, 5));
            var trial = choice.Candidates[(int)kind].Trial!;
            Assert.InRange(trial.Predicted / trial.Made, 0.96, 1.04);
            var total = PurchaseTotals.Of(choice.Chosen, groups, 26, 0.999);
            Assert.InRange(trial.Made, total.Low, total.High);
            Assert.True(total.ModelDeviation > 0);
        });

    [Fact]
    public void Spending_drawn_with_known_parameters_is_found_again()
    {
        var rng = Rng.Stream(3, 0);
        var customers = new SpendHistory[20_000];
        for (var i = 0; i < customers.Length; i++)
        {
            var scale = Draws.Gamma(ref rng, 3.7) / 15.4;
            var orders = rng.NextInt(6);
            customers[i] = new SpendHistory(orders, orders == 0 ? 0 : Draws.Gamma(ref rng, 6.2 * orders) / scale / orders);
        }

        var fit = SpendFitting.Fit(customers, new SpendOptions(), CancellationToken.None);

        // Standard errors: 0.10, 0.05 and 0.5.
        Assert.Equal(6.2, fit.Model!.P, 0.4);
        Assert.Equal(3.7, fit.Model.Q, 0.2);
        Assert.Equal(15.4, fit.Model.V, 2.0);
        Assert.Equal(0, fit.Correlation!.Value, 0.03);
        Assert.Equal(customers.Count(customer => customer.Orders > 0), fit.Customers);
    }

    [Fact]
    public void Bases_that_say_too_little_have_a_problem_and_no_model()
    {
        var few = PurchaseGroups.Of([.. Enumerable.Range(0, 500).Select(i => new PurchaseHistory(i < 12 ? 1 : 0, i < 12 ? 3 : 0, 20))]);
        var regular = PurchaseGroups.Of([.. Enumerable.Range(0, 500).Select(i => new PurchaseHistory(20, 20, 20))]);

        var choice = PurchaseComparison.Choose(few, null, new PurchaseOptions(), CancellationToken.None);
        var clockwork = PurchaseComparison.Choose(regular, null, new PurchaseOptions(), CancellationToken.None);

        Assert.Null(choice.Chosen);
        Assert.All(choice.Candidates, candidate => Assert.Equal(ProblemCode.PurchasesTooFewRepeaters, candidate.Fit.Problem!.Code));
        Assert.All(clockwork.Candidates, candidate => Assert.Equal(ProblemCode.PurchaseModelUnsettled, candidate.Fit.Problem!.Code));
        Assert.True(clockwork.FellBack);
        Assert.Equal(ProblemCode.SpendTooFewRepeaters, SpendFitting.Fit([new(1, 3)], new SpendOptions(), CancellationToken.None).Problem!.Code);
        Assert.Equal(ProblemCode.SpendModelUnsettled, SpendFitting.Fit([.. Enumerable.Repeat(new SpendHistory(2, 5), 99)], new SpendOptions(), CancellationToken.None).Problem!.Code);
    }

    // Beginning on every fifth group must not move the end.
    [Fact]
    public void A_part_of_the_groups_first_leads_to_the_same_optimum()
    {
        var groups = PurchaseGroups.Of(SimulatedBase.Draw(PurchaseModelKind.Pareto, [0.8, 6, 0.9, 20], 5_000, 300, 0, 9).Histories);

        Assert.All(s_leaving, kind =>
        {
            var all = PurchaseFitting.Fit(kind, groups, new PurchaseOptions(), CancellationToken.None).Model!;
            var part = PurchaseFitting.Fit(kind, groups, new PurchaseOptions { FirstGroups = 500 }, CancellationToken.None).Model!;
            Assert.All(all.Parameters.Index(), parameter => Near(parameter.Item, part.Parameters[parameter.Index], 1e-5));
        });
    }

    private static string Key(PurchaseModelKind kind) => kind switch
    {
        PurchaseModelKind.BetaGeometric => "bgnbd",
        PurchaseModelKind.ModifiedBetaGeometric => "mbgnbd",
        _ => "paretonbd",
    };

    private static PurchaseFit Fit(PurchaseModelKind kind, PurchaseHistory[] histories)
        => PurchaseFitting.Fit(kind, PurchaseGroups.Of(histories), new PurchaseOptions(), CancellationToken.None);

    private static void Near(double expected, double actual, double share) => Assert.Equal(expected, actual, Math.Abs(expected) * share);
}
