using System.Collections.Immutable;
using Insiders.Core.Application.PublishedRuns;
using Insiders.Core.Customers.Hypotheses;
using Insiders.Core.Statistics.Hypotheses;

namespace Insiders.Web.Features.Insights.Hypotheses;

/// <summary>The hypotheses about the published run.</summary>
/// <param name="Published">The published run.</param>
/// <param name="Verdicts">Every hypothesis with its verdict, those of the catalogue first; empty while they are computed.</param>
public sealed record HypothesesViewModel(PublishedRun Published, ImmutableArray<HypothesisVerdict> Verdicts)
{
    /// <summary>True while the worker computes.</summary>
    public bool IsPending => Verdicts.IsEmpty;

    /// <summary>How many have a verdict.</summary>
    public int Count(Verdict verdict) => Verdicts.Count(hypothesis => hypothesis.Verdict == verdict);
}
