using Insiders.Core.Application.Analyses;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Core.Application.Insights;

/// <summary>Asks the published run about every hypothesis of the catalogue, and those that people wrote.</summary>
/// <param name="own">The hypotheses of people.</param>
public sealed class HypothesesAnalysis(OwnHypotheses own) : RunAnalysis<HypothesisFindings>(Name, 1, InsightsJson.Default.HypothesisFindings)
{
    /// <summary>Its key.</summary>
    public const string Name = "hypotheses";

    /// <inheritdoc/>
    public override async Task<HypothesisFindings> ComputeAsync(PublishedRun run, IProgress<double> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        ArgumentNullException.ThrowIfNull(progress);
        var test = new HypothesisTest(run.Customers, run.Coverage, run.Sales);
        Hypothesis[] all = [.. HypothesisCatalog.All, .. await own.ListAsync(cancellationToken)];
        var results = new List<HypothesisResult>(all.Length);
        foreach (var hypothesis in all)
        {
            results.Add(await test.AskAsync(hypothesis, cancellationToken));
            progress.Report(results.Count / (double)all.Length);
        }

        return new([.. results]);
    }
}
