using System.Collections.Immutable;
using Insiders.Core.Customers.Hypotheses;

namespace Insiders.Core.Application.Insights;

/// <summary>What the published run said of every hypothesis when it was asked.</summary>
/// <param name="Results">Those of the catalogue, then people's own as they were then.</param>
public sealed record HypothesisFindings(ImmutableArray<HypothesisResult> Results);
