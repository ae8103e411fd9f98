using Insiders.Core.Learning.Clustering;
using Insiders.Core.Learning.Scoring;
using Insiders.Core.Numerics;

namespace Insiders.Core.Learning.Sweep;

/// <summary>Fits a mixture for every number of clusters and lets the silhouette choose.</summary>
/// <remarks>
/// Every start of every number of clusters is a candidate: mixtures are fitted in parallel, then one pass over the distances
/// scores them all. See <c>docs/methods/selection.md</c>.
/// </remarks>
public static class ClusterSweep
{
    /// <summary>Share of the work that is fitting; the rest is scoring. For progress only.</summary>
    private const double FittingShare = 0.8;

    /// <summary>Tries every number of clusters.</summary>
    /// <param name="points">Shape [rows × dimensions], finite.</param>
    /// <param name="options">Numbers of clusters; those not below the number of rows are left out.</param>
    /// <param name="mixture">Settings of each mixture.</param>
    /// <param name="progress">Told 0 to 1, or null.</param>
    /// <param name="cancellationToken">Looked at once per iteration.</param>
    /// <exception cref="ArgumentException">No number of clusters fits so few rows, or none gives two groups.</exception>
    public static SweepResult Run(
        Matrix points, SweepOptions options, MixtureOptions mixture, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(points);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(mixture);
        points.ThrowIfNotFinite(nameof(points));
        var most = Math.Min(options.Maximum, points.Rows - 1);
        if (most < options.Minimum)
        {
            throw new ArgumentException($"{points.Rows} customers are too few for {options.Minimum} clusters: at least {options.Minimum + 1} are needed.", nameof(points));
        }

        var models = Fit(points, options.Minimum, most, mixture, progress, cancellationToken);
        int[] scored = [.. EvenSample.Of(points.Rows, options.SilhouetteSample)];
        var whole = scored.Length == points.Rows;
        var scores = Silhouette.ScoreAll(
            whole ? points : points.SelectRows(scored),
            [.. models.Select(model => whole ? model.Partition : new Partition([.. scored.Select(i => model.Partition.Labels[i])], model.Partition.ClusterCount))],
            mixture.Threads,
            progress is null ? null : new ScaledProgress(progress, FittingShare, 1 - FittingShare),
            cancellationToken);

        // MaxBy keeps the first of equals: the lower start, and then the fewer clusters.
        var best = Enumerable.Range(0, models.Length).GroupBy(i => models[i].Weights.Length)
            .Select(starts => starts.MaxBy(i => scores[i].Mean ?? double.NegativeInfinity)).ToArray();
        var winner = best.MaxBy(i => scores[i].Mean ?? double.NegativeInfinity);
        if (scores[winner].Mean is null)
        {
            throw new ArgumentException("No number of clusters tells the customers apart: they are all alike to the model.", nameof(points));
        }

        Candidate[] candidates = [.. best.Select(i => new Candidate(
            models[i].Weights.Length, scores[i].Mean, models[i].MeanLogLikelihood, models[i].Bic, models[i].Iterations, models[i].Converged))];
        return new SweepResult([.. candidates], candidates[Array.IndexOf(best, winner)], models[winner], scores[winner], [.. scored]);
    }

    private static MixtureModel[] Fit(
        Matrix points, int fewest, int most, MixtureOptions mixture, IProgress<double>? progress, CancellationToken cancellationToken)
    {
        var padded = new PaddedRows(points);
        var models = new MixtureModel[(most - fewest + 1) * mixture.Starts];
        var done = 0;

        // The largest mixtures first: they take longest, and the small ones fill the gaps at the end.
        ParallelRows.For(models.Length, 1, mixture.Threads, (turn, _) =>
        {
            var i = models.Length - 1 - turn;
            var one = mixture with { Components = fewest + (i / mixture.Starts), Threads = 1 };
            models[i] = GaussianMixture.FitOnce(points, padded, one, i % mixture.Starts, cancellationToken);
            progress?.Report(FittingShare * Interlocked.Increment(ref done) / models.Length);
        }, cancellationToken);
        return models;
    }
}
