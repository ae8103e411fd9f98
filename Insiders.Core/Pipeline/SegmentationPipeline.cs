using Insiders.Core.Cleaning;
using Insiders.Core.Features;
using Insiders.Core.Learning;
using Insiders.Core.Learning.Sweep;
using Insiders.Core.Ledger;
using Insiders.Core.Numerics;

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
    /// <param name="methods">What the recipe chooses among; null: <see cref="MethodCatalog.All"/>.</param>
    /// <exception cref="OperationCanceledException">Cancelled.</exception>
    /// <exception cref="NotSegmentableException">
    /// The ledger does not carry the recipe: too few customers, no feature to learn from, or more customers than the model learns
    /// from under a method that cannot place the others.
    /// </exception>
    /// <exception cref="ArgumentException">The recipe has a method that is not among <paramref name="methods"/>.</exception>
    public static async Task<SegmentationResult> RunAsync(
        LedgerSession ledger, Recipe recipe, int threads, IProgress<RunProgress>? progress, CancellationToken cancellationToken, MethodCatalog? methods = null)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        var settings = new RunSettings(recipe, threads, methods ?? MethodCatalog.All);
        var clock = new RunClock(progress);

        var clean = await clock.RunAsync(SegmentationStage.Clean, _ => CleanLedger.BuildAsync(ledger, recipe.Cleaning, cancellationToken));
        var features = await clock.RunAsync(SegmentationStage.Features, _ => FeatureTable.BuildAsync(clean, clean.Report.LastDate, cancellationToken));
        EnoughCustomers.Check(clean.Report, features, settings);
        var model = ModelTable.Build(features, recipe.ChoosesFeatures ? FeatureChoice.ByRule(features, recipe.ModelFeatures, clean.Session.MissingColumns) : FeatureChoice.All(features, recipe.ModelFeatures, clean.Session.MissingColumns));
        if (GroupsByRule.Find(recipe, features, model) is { } byRule)
        {
            return await clock.RunAsync(SegmentationStage.Segments, _ => ResultAssembly.Build(settings, clean, features, model, byRule, cancellationToken), cancellationToken) with
            { Timings = clock.Timings };
        }

        var sample = CustomerSample.ByRevenue(model.Target, recipe.ModelSample);

        var space = await clock.RunAsync(SegmentationStage.Forest, report => settings.Learned.Aggregate(
            new CustomerSpace(model, sample), (space, step) => space.Add(step, report, cancellationToken)), cancellationToken);
        var embedding = await clock.RunAsync(SegmentationStage.Embed, report =>
        {
            var fitting = report is null || sample.Length == features.Customers ? report : new ScaledProgress(report, 0, 0.3);
            return settings.Laid.Aggregate(space, (space, step) => space.Add(step, fitting, cancellationToken)).Embed(report is null ? null : new ScaledProgress(report, 0.3, 0.7), cancellationToken);
        }, cancellationToken);
        var coordinates = await clock.RunAsync(SegmentationStage.Map, report => space.Project(settings.Projection, report, cancellationToken), cancellationToken);
        var sweep = await clock.RunAsync(SegmentationStage.Cluster, report => ClusterSweep.Run(
            embedding.SelectRows(sample), recipe.Sweep.For(features.Customers), settings.Methods, threads, report, cancellationToken), cancellationToken);
        return await clock.RunAsync(SegmentationStage.Segments, _ => ResultAssembly.Build(
            settings, clean, features, model, FoundGroups.Of(settings, features, model, sample, embedding, coordinates, sweep), cancellationToken), cancellationToken) with
        { Timings = clock.Timings };
    }
}
