using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning.Embeddings;
using Insiders.Core.Learning.Forests;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;

namespace Insiders.Core.Pipeline;

/// <summary>A run from a ledger to named segments: the list of stages.</summary>
public static class SegmentationPipeline
{
    /// <summary>Runs every stage.</summary>
    /// <param name="ledger">An open session; cleaning writes temporary tables to it.</param>
    /// <param name="recipe">Every setting.</param>
    /// <param name="threads">Threads to use, at least 1. The result does not depend on it.</param>
    /// <param name="progress">Told of each step forward, or null.</param>
    /// <param name="cancellationToken">Stops the run within a second.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="NotSegmentableException">The ledger does not carry the recipe: too few customers, or no feature to learn from.</exception>
    public static async Task<SegmentationResult> RunAsync(
        LedgerSession ledger, Recipe recipe, int threads, IProgress<RunProgress>? progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var settings = new RunSettings(recipe, threads);
        var clock = new RunClock(progress);

        var clean = await clock.RunAsync(SegmentationStage.Clean, _ => CleanLedger.BuildAsync(ledger, recipe.Cleaning, cancellationToken));
        var features = await clock.RunAsync(SegmentationStage.Features, _ => FeatureTable.BuildAsync(clean, clean.Report.LastDate, cancellationToken));
        EnoughCustomers.Check(clean.Report, features, recipe);
        var model = ModelTable.Build(features, recipe.ModelFeatures);
        var sample = CustomerSample.ByRevenue(model.Target, recipe.ModelSample);
        var forest = await clock.RunAsync(SegmentationStage.Forest, report => RandomForest.Fit(
            model.Values.SelectRows(sample), [.. sample.Select(i => model.Target[i])], settings.Forest, report, cancellationToken), cancellationToken);
        var (space, embedding) = await clock.RunAsync(SegmentationStage.Embed, report =>
        {
            var leaves = forest.Leaves(model.Values.SelectRows(sample), threads, cancellationToken);
            var space = new CustomerSpace(forest, model.Values, sample, UmapGraph.Build(leaves, settings.Embedding, cancellationToken));
            return (space, space.Embed(settings.Embedding, report, cancellationToken));
        }, cancellationToken);
        var coordinates = await clock.RunAsync(SegmentationStage.Map, report => space.Embed(settings.Map, report, cancellationToken), cancellationToken);
        var sweep = await clock.RunAsync(SegmentationStage.Cluster, report => ClusterSweep.Run(
            embedding.SelectRows(sample), recipe.Sweep, settings.Mixture, report, cancellationToken), cancellationToken);
        return await clock.RunAsync(SegmentationStage.Segments, _ => ResultAssembly.Build(
            settings, clean, features, model, sample, embedding, coordinates, sweep, cancellationToken), cancellationToken) with
        { Timings = clock.Timings };
    }
}
