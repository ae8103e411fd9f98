using System.Collections.Immutable;
using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Fits every method for every number of clusters and chooses one by silhouette or by stability.</summary>
/// <remarks>
/// Every start of every method and number of clusters is a candidate: models are fitted in parallel, then one pass over the
/// distances scores them all. See <c>docs/methods/selection.md</c>.
/// </remarks>
public static class ClusterSweep
{
    /// <summary>Share of the work that is fitting; the rest is scoring. For progress only.</summary>
    private const double FittingShare = 0.8;

    /// <summary>Tries every number of clusters.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="options">Numbers of clusters; those not below the number of rows are left out.</param>
    /// <param name="methods">Methods to try, at least one.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="progress">Told 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <exception cref="ArgumentException">No number of clusters fits so few rows, none gives two groups, or there is no method.</exception>
    public static SweepResult Run(
        Matrix points, SweepOptions options, ImmutableArray<SweepMethod> methods, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        var result = RunOnce(points, options, methods, threads, progress, cancellationToken);

        // As long as the most that were tried are the choice, more may be better; the fewest cannot be undercut.
        while (options.Adapts && SweepEdge.Find(result.Candidates, result.Winner.ClusterCount, (points.Rows / SweepOptions.CustomersPerCluster) + 1) is { } edge)
        {
            options = options with { Minimum = edge.Wider.Minimum, Maximum = edge.Wider.Maximum };
            result = RunOnce(points, options, methods, threads, null, cancellationToken);
        }

        return result;
    }

    private static SweepResult RunOnce(
        Matrix points, SweepOptions options, ImmutableArray<SweepMethod> methods, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        points.ThrowIfNotFinite(nameof(points));
        var most = Math.Min(options.Maximum, points.Rows - 1);
        if (most < options.Minimum)
        {
            throw new ArgumentException($"{points.Rows} customers are too few for {options.Minimum} clusters: at least {options.Minimum + 1} are needed.", nameof(points));
        }

        if (methods.IsDefaultOrEmpty)
        {
            throw new ArgumentException("A sweep needs at least one method.", nameof(methods));
        }

        Trial[] trials = [.. from clusters in Enumerable.Range(options.Minimum, most - options.Minimum + 1)
                             from method in methods
                             where clusters == options.Minimum || !method.FindsClusterCount
                             from start in Enumerable.Range(0, method.Clusterer.Starts)
                             select new Trial(method, clusters, start)];
        var ready = methods.ToDictionary(method => method, method => method.Clusterer is IPreparingClusterer preparing ? preparing.Prepare(points, most, threads, cancellationToken) : method.Clusterer);
        var models = Fit(points, trials, ready, threads, progress, cancellationToken);
        int[] scored = [.. EvenSample.Of(points.Rows, options.SilhouetteSample)];
        var whole = scored.Length == points.Rows;
        var scores = Silhouette.ScoreAll(
            whole ? points : points.SelectRows(scored),
            [.. models.Select(model => whole ? model.Partition : new Partition([.. scored.Select(i => model.Partition.Labels[i])], model.Partition.ClusterCount))],
            threads,
            progress is null ? null : new ScaledProgress(progress, FittingShare, 1 - FittingShare),
            cancellationToken);

        // MaxBy keeps the first of equals: the lower start, and then the fewer clusters.
        var best = Enumerable.Range(0, models.Length).GroupBy(i => (trials[i].Clusters, trials[i].Method))
            .Select(starts => starts.MaxBy(i => scores[i].Mean ?? double.NegativeInfinity)).ToArray();
        var stability = options.Chooses == ClusterCountRule.Stability
            ? StableCount.Measure(points, [.. best.Select(i => (models[i].Partition, ready[trials[i].Method]))], trials[0].Method.Options.Seed, threads, cancellationToken) : [];
        var winner = stability.IsEmpty ? best.MaxBy(i => scores[i].Mean ?? double.NegativeInfinity)
            : best[StableCount.Choose([.. best.Select((i, place) => (models[i].Partition.ClusterCount, stability[place], scores[i].Mean))])];
        if (scores[winner].Mean is null)
        {
            throw new ArgumentException("No number of clusters tells the customers apart: they are all alike to the model.", nameof(points));
        }

        var parameters = methods.ToDictionary(method => method, method => method.Parameters());
        Candidate[] candidates = [.. best.Select((i, place) => new Candidate
        {
            Method = trials[i].Method.Options.Kind,
            Parameters = parameters[trials[i].Method],
            ClusterCount = trials[i].Method.FindsClusterCount ? models[i].Partition.ClusterCount : trials[i].Clusters,
            Scores = ScoresOf(models[i], scores[i], stability.IsEmpty ? null : stability[place]),
            Iterations = models[i].Iterations,
            Converged = models[i].Converged,
            IsWinner = i == winner,
        })];
        return new SweepResult([.. candidates.OrderBy(candidate => candidate.ClusterCount)], candidates[Array.IndexOf(best, winner)], models[winner], scores[winner], [.. scored]);
    }

    private static ImmutableSortedDictionary<string, double> ScoresOf(IClusterModel model, SilhouetteScore score, double? stability)
    {
        var scores = score.Mean is { } mean ? model.Scores.SetItem(ScoreNames.Silhouette, mean) : model.Scores;
        scores = stability is { } least ? scores.SetItem(ScoreNames.Stability, least) : scores;
        return score.NoiseShare > 0 ? scores.SetItem(ScoreNames.NoiseShare, score.NoiseShare) : scores;
    }

    private static IClusterModel[] Fit(
        Matrix points, Trial[] trials, Dictionary<SweepMethod, IClusterer> ready, int threads, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var models = new IClusterModel[trials.Length];
        var done = 0;

        // The most clusters first: they take longest, and the few fill the gaps at the end.
        ParallelRows.For(models.Length, 1, threads, (turn, _) =>
        {
            var i = models.Length - 1 - turn;
            models[i] = ready[trials[i].Method].Fit(points, trials[i].Clusters, trials[i].Start, cancellationToken);
            progress?.Report(FittingShare * Interlocked.Increment(ref done) / models.Length);
        }, cancellationToken);
        return models;
    }

    private sealed record Trial(SweepMethod Method, int Clusters, int Start);
}
