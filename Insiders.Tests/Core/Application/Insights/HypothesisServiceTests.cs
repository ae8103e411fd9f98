using System.Globalization;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Insights;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Problems;
using Insiders.Core.Storage;
using Insiders.Tests.Fixtures;
using Insiders.Tests.Fixtures.Shops;
using Microsoft.Extensions.Logging.Abstractions;

namespace Insiders.Tests.Core.Application.Insights;

public sealed class HypothesisServiceTests
{
    private static readonly Hypothesis s_own = new() { Id = "", Kind = HypothesisKind.Mean, Measure = "gross_revenue", Group = HypothesisGroup.Best, Threshold = 1.5 };

    [Fact]
    public async Task A_hypothesis_of_ones_own_is_kept_judged_beside_the_others_and_removed_with_an_audit_entry()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(400);
        await house.PublishAsync(3);
        var service = Service(house);
        var run = (await house.Published().FindAsync(CancellationToken.None))!;

        var before = await service.FindAsync(run, CancellationToken.None);
        var saved = (await service.SaveAsync(Actors.Ana, s_own, CancellationToken.None)).Value;
        var after = await service.FindAsync(run, CancellationToken.None);

        Assert.Equal(HypothesisCatalog.All.Select(hypothesis => hypothesis.Id), before.Select(verdict => verdict.Result.Hypothesis.Id));
        Assert.Equal(Actors.Ana.Name, saved.Author);
        Assert.Equal(before.Length + 1, after.Length);
        Assert.Equal(saved, after[^1].Result.Hypothesis);
        Assert.Equal(HypothesisVerdict.Of([.. after.Select(verdict => verdict.Result)]).Select(verdict => verdict.Verdict), after.Select(verdict => verdict.Verdict));

        // The figures, a second way: from the lines of the ledger.
        var members = string.Join(',', run.Customers.MembersOf(run.Customers.Segments[0]).Select(row => $"'{run.Customers.Ids[row]}'"));
        using var session = house.Ledger.Open(2);
        var mean = TestLedger.Scalar(session, $"SELECT sum(quantity * unit_price) / count(DISTINCT customer_id) FROM read_parquet('{house.Sales.Find(run.Run.Run.LedgerFingerprint!, RunHouse.Quick.Cleaning)}') WHERE quantity >= 0 AND customer_id IN ({members})");
        Assert.Equal(double.Parse(mean, CultureInfo.InvariantCulture), after[^1].Result.GroupFigure!.Value, 1e-6);

        // Another run of the worker finds it in the list.
        var computed = await new HypothesesAnalysis(new OwnHypotheses(house.Settings)).ComputeAsync(run, new Progress<double>(), CancellationToken.None);
        Assert.Equal(after.Select(verdict => verdict.Result.Estimate), computed.Results.Select(result => result.Estimate));

        Assert.Null((await service.DeleteAsync(Actors.Ana, saved.Id, CancellationToken.None)).Problem);
        Assert.Equal(ProblemCode.HypothesisGone, (await service.DeleteAsync(Actors.Ana, saved.Id, CancellationToken.None)).Problem?.Code);
        Assert.Equal(before.Length, (await service.FindAsync(run, CancellationToken.None)).Length);
        var entries = (await house.Audit.ListAsync(0, 100, CancellationToken.None)).Entries.Where(entry => entry.Action.StartsWith("hypothesis.", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["hypothesis.deleted", "hypothesis.saved"], entries.Select(entry => entry.Action));
        Assert.All(entries, entry => Assert.Equal((saved.Id, Actors.Ana.Name), (entry.Subject, entry.Actor)));
    }

    [Fact]
    public async Task What_the_run_cannot_answer_is_refused()
    {
        await using var house = await RunHouse.OpenAsync();
        await house.ImportShopAsync(300);
        await house.PublishAsync(3);
        var service = Service(house);

        await RefusedAsync(s_own with { Group = HypothesisGroup.Everybody }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Group = new(SegmentId: 9_999) }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Measure = "no_such_measure" }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Kind = HypothesisKind.ShareOfTotal, Measure = "recency_days" }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Kind = HypothesisKind.EveryHour, Measure = "" }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Kind = HypothesisKind.RanksTogether, Other = "gross_revenue" }, ProblemCode.HypothesisImpossible);
        await RefusedAsync(s_own with { Threshold = double.NaN }, ProblemCode.HypothesisThreshold);
        await RefusedAsync(s_own with { Threshold = -1 }, ProblemCode.HypothesisThreshold);
        await RefusedAsync(s_own with { Kind = HypothesisKind.ShareOfTotal, Threshold = 1.01 }, ProblemCode.HypothesisThreshold);
        Assert.Null((await service.SaveAsync(Actors.Ana, s_own with { Kind = HypothesisKind.RanksTogether, Other = "qtty_items", Group = HypothesisGroup.Everybody, Threshold = 0.3 }, CancellationToken.None)).Problem);

        for (var i = 1; i < HypothesisService.MostOwn; i++)
        {
            Assert.Null((await service.SaveAsync(Actors.Ana, s_own, CancellationToken.None)).Problem);
        }

        await RefusedAsync(s_own, ProblemCode.HypothesesFull);
        Assert.Equal(ProblemCode.AccessDenied, (await service.SaveAsync(Actors.Rui with { Role = Role.Viewer }, s_own, CancellationToken.None)).Problem?.Code);

        async Task RefusedAsync(Hypothesis hypothesis, ProblemCode code) => Assert.Equal(code, (await service.SaveAsync(Actors.Ana, hypothesis, CancellationToken.None)).Problem?.Code);
    }

    private static HypothesisService Service(RunHouse house)
    {
        var own = new OwnHypotheses(house.Settings);
        var analyses = new RunAnalysisService(new RunAnalysisStore(house.Folder.Database), new AnalysisBroadcaster(), TimeProvider.System, NullLogger<RunAnalysisService>.Instance);
        return new(own, new HypothesesAnalysis(own), analyses, house.Published(), Actors.Access, TimeProvider.System);
    }
}
