using System.Globalization;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Statistics.Hypotheses;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;

namespace Insiders.Tests.Core.Customers.Hypotheses;

/// <summary>The figures that the studies found on the real file, with their own clusters as segments, each against the studies' digits and against a query over the lines.</summary>
public sealed class StudyHypothesesTests
{
    [RealFileFact]
    public async Task The_hypotheses_of_the_studies_have_their_figures_and_verdicts()
    {
        using var shop = await CleanShop.OfStudyAsync();
        var test = new HypothesisTest(shop.Customers, shop.Coverage, shop.Sales);
        var results = new List<HypothesisResult>();
        foreach (var hypothesis in HypothesisCatalog.All)
        {
            results.Add(await test.AskAsync(hypothesis, CancellationToken.None));
        }

        var found = HypothesisVerdict.Of([.. results]).ToDictionary(verdict => verdict.Result.Hypothesis.Id);

        Check("items-mean", Verdict.Holds, 33.71, 0.005); // 46.53 against the others alone
        Check("items-share", Verdict.Holds, 0.2815, 5e-5);
        Check("revenue-share", Verdict.Holds, 0.2828, 5e-5);
        Check("revenue-mean", Verdict.Holds, 33.88, 0.005);
        Check("revenue-median", Verdict.Holds, 68.6, 0.05);
        Check("products-share", Verdict.Holds, 0.815, 5e-4);
        Check("return-rate-mean", Verdict.CannotBeSaid, 3.48, 0.005);
        Check("return-rate-pooled", Verdict.CannotBeSaid, 1.65, 0.005);
        Check("returns-mean", Verdict.DoesNotHold, 1_296.25 / 23.334415584, 1e-6);
        Check("more-items-fewer-returns", Verdict.DoesNotHold, 0.374, 5e-4);
        Check("come-back-sooner", Verdict.Holds, 0.2035, 5e-5);
        Assert.Equal((2_959.0, 3_629.0), (found["products-share"].Result.GroupFigure, found["products-share"].Result.BaseFigure));
        Assert.Equal(46_273.88, found["revenue-median"].Result.GroupFigure!.Value, 0.005 + 1e-9);
        Assert.Equal((36, 4_312), (found["items-mean"].Result.GroupCount, found["items-mean"].Result.BaseCount));

        // Whole months: the first halves sold 11.9 % more, in 180 days against 185.
        var halves = found["first-half-of-month"];
        Assert.Equal(12, halves.Result.GroupCount);
        Assert.Equal(1.119, halves.Result.GroupTotal!.Value / halves.Result.BaseTotal!.Value, 5e-4);
        Assert.Equal(1.119 * 185 / 180, halves.Result.Estimate!.Value, 6e-4);
        Assert.Equal(Verdict.CannotBeSaid, halves.Verdict);

        Assert.Equal((Verdict.DoesNotHold, "5"), (found["every-weekday"].Verdict, string.Join(',', found["every-weekday"].Result.Missing))); // no Friday
        Assert.Equal((Verdict.CannotBeSaid, HypothesisSilence.NoTimes), (found["every-hour"].Verdict, found["every-hour"].Result.Silence));

        // "Mostly by one customer": without 15838 the mean falls by a fifth.
        Assert.Equal(("15838", true), (found["returns-mean"].Result.Without!.CustomerId, found["returns-mean"].Result.Without!.IsOfGroup));
        Assert.Equal(1_065.83, found["returns-mean"].Result.Without!.Group, 0.005);

        // A second way: the lines themselves.
        CheckQuery("items-mean", "sum(quantity) FILTER (quantity > 0)", 36, 4_312);
        CheckQuery("returns-mean", "-sum(quantity) FILTER (quantity < 0)", 36, 4_312);
        CheckQuery("return-rate-pooled", "-sum(quantity) FILTER (quantity < 0) / sum(quantity) FILTER (quantity > 0)", 1, 1);
        CheckQuery("revenue-mean", "sum(amount) FILTER (quantity >= 0)", 36, 4_312);
        Assert.Equal(
            shop.Ask("""
                WITH days AS (SELECT customer_id, any_value(segment) AS segment, (max(day) - min(day)) / (count(DISTINCT day) - 1) AS gap FROM run WHERE quantity >= 0 GROUP BY customer_id HAVING count(DISTINCT day) > 1)
                SELECT round(avg(gap) FILTER (segment = 1), 6), round(avg(gap), 6), count(*) FILTER (segment = 1), count(*) FROM days
                """).Single(),
            string.Create(CultureInfo.InvariantCulture, $"{found["come-back-sooner"].Result.GroupFigure:0.######}|{found["come-back-sooner"].Result.BaseFigure:0.######}|{found["come-back-sooner"].Result.GroupCount}|{found["come-back-sooner"].Result.BaseCount}"));

        void Check(string id, Verdict verdict, double estimate, double tolerance)
        {
            Assert.Equal((id, verdict), (id, found[id].Verdict));
            Assert.Equal(estimate, found[id].Result.Estimate!.Value, tolerance);
            if (!found[id].Result.Hypothesis.IsCounted)
            {
                Assert.InRange(found[id].Result.Estimate!.Value, found[id].Result.Low!.Value, found[id].Result.High!.Value);
            }
        }

        void CheckQuery(string id, string figure, int members, int all)
        {
            var whole = shop.Ask($"SELECT {figure} FROM run").Single();
            var own = shop.Ask($"SELECT {figure} FROM run WHERE segment = 1").Single();
            Assert.Equal(double.Parse(own, CultureInfo.InvariantCulture) / members, found[id].Result.GroupFigure!.Value, 1e-6);
            Assert.Equal(double.Parse(whole, CultureInfo.InvariantCulture) / all, found[id].Result.BaseFigure!.Value, 1e-6);
        }
    }
}
