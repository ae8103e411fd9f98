using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Insiders.Core.Application.Access;
using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.Audit;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Customers.Sales;
using Insiders.Core.Problems;

namespace Insiders.Core.Application.Insights;

/// <summary>The hypotheses about the published run: those of the catalogue, and those that analysts write.</summary>
public sealed class HypothesisService(OwnHypotheses own, HypothesesAnalysis analysis, RunAnalysisService analyses, PublishedRunCache runs, AccessCheck access, TimeProvider time)
{
    /// <summary>Hypotheses of one's own at most: every further one makes all verdicts more cautious.</summary>
    public const int MostOwn = 30;

    /// <summary>Every hypothesis with its verdict, those of the catalogue first.</summary>
    /// <param name="run">The published run.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <remarks>Read from what the worker stored. A hypothesis written since is asked about once, in a fraction of a second for 4,312 customers.</remarks>
    public async Task<ImmutableArray<HypothesisVerdict>> FindAsync(PublishedRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var found = (await analyses.FindAsync(analysis, run, cancellationToken)).Results.ToDictionary(result => result.Hypothesis);
        var results = ImmutableArray.CreateBuilder<HypothesisResult>();
        foreach (var hypothesis in HypothesisCatalog.All.Concat(await own.ListAsync(cancellationToken)))
        {
            results.Add(found.TryGetValue(hypothesis, out var result) ? result : await AskOnceAsync(run, hypothesis, cancellationToken));
        }

        return HypothesisVerdict.Of(results.ToImmutable());
    }

    /// <summary>What a hypothesis of a kind may be held against.</summary>
    public static NumberRange ThresholdsOf(HypothesisKind kind) => kind switch
    {
        HypothesisKind.RanksTogether => new(-0.99, 0.99),
        HypothesisKind.ShareOfTotal or HypothesisKind.ShareOfProducts => new(0, 1),
        _ => new(0, 1_000),
    };

    /// <summary>Keeps a hypothesis of one's own.</summary>
    /// <param name="actor">Who wrote it.</param>
    /// <param name="hypothesis">The hypothesis; its id and author are given here.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<Result<Hypothesis>> SaveAsync(Actor actor, Hypothesis hypothesis, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        ArgumentNullException.ThrowIfNull(hypothesis);
        if (await ProblemOfAsync(hypothesis, cancellationToken) is { } problem)
        {
            return problem;
        }

        var written = hypothesis with { Id = Guid.NewGuid().ToString("N"), Author = actor.Name };
        var saved = await own.ChangeAsync(list => list.Length >= MostOwn ? Problem.Of(ProblemCode.HypothesesFull, MostOwn) : (list.Add(written), EntryOf(actor, "hypothesis.saved", written)), cancellationToken);
        return saved.Problem is { } full ? full : written;
    }

    /// <summary>Removes a hypothesis of one's own.</summary>
    /// <param name="actor">Who removes it.</param>
    /// <param name="id">Its id.</param>
    /// <param name="cancellationToken">Cancels the write.</param>
    public async Task<Result> DeleteAsync(Actor actor, string id, CancellationToken cancellationToken)
    {
        if (await access.RefuseAsync(actor, Role.Analyst, cancellationToken) is { } refusal)
        {
            return refusal;
        }

        return await own.ChangeAsync(
            list => list.FirstOrDefault(known => known.Id == id) is { } gone ? (list.Remove(gone), EntryOf(actor, "hypothesis.deleted", gone)) : Problem.Of(ProblemCode.HypothesisGone), cancellationToken);
    }

    private async Task<Problem?> ProblemOfAsync(Hypothesis hypothesis, CancellationToken cancellationToken)
    {
        // People write ratios and shares as percentages.
        var (thresholds, percent) = (ThresholdsOf(hypothesis.Kind), hypothesis.Kind == HypothesisKind.RanksTogether ? 1 : 100);
        return await runs.FindAsync(cancellationToken) is not { } run || !IsPossible(hypothesis, run.Customers) ? Problem.Of(ProblemCode.HypothesisImpossible)
            : !thresholds.Admits(hypothesis.Threshold) ? Problem.Of(ProblemCode.HypothesisThreshold, ProblemValue.Range(new(thresholds.Lowest * percent, thresholds.Highest * percent)))
            : null;
    }

    private static bool IsPossible(Hypothesis hypothesis, CustomerTable customers)
    {
        var measures = Hypothesis.MeasuresOf(hypothesis.Kind, customers);
        return Hypothesis.OwnKinds.Contains(hypothesis.Kind) && hypothesis.Group.FilterOf(customers) is { } filter && !(hypothesis.NeedsGroup && filter.IsNone)
            && (measures.IsEmpty ? hypothesis.Measure.Length == 0 : measures.Contains(hypothesis.Measure))
            && (hypothesis.Kind == HypothesisKind.RanksTogether ? measures.Contains(hypothesis.Other) && hypothesis.Other != hypothesis.Measure : hypothesis.Other.Length == 0);
    }

    private static Task<HypothesisResult> AskOnceAsync(PublishedRun run, Hypothesis hypothesis, CancellationToken cancellationToken)
        => run.Derive(static _ => new AskedSince()).Results
            .GetOrAdd(hypothesis, _ => new(() => Task.Run(() => new HypothesisTest(run.Customers, run.Coverage, run.Sales).AskAsync(hypothesis, CancellationToken.None))))
            .FindAsync(cancellationToken);

    private AuditEntry EntryOf(Actor actor, string action, Hypothesis hypothesis)
        => new(0, time.GetUtcNow(), actor.Name, action, hypothesis.Id, JsonSerializer.Serialize(hypothesis, InsightsJson.Default.Hypothesis));

    private sealed class AskedSince
    {
        public ConcurrentDictionary<Hypothesis, AsyncLazy<HypothesisResult>> Results { get; } = new();
    }
}
