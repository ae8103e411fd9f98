using System.Collections.Immutable;

namespace Insiders.Core.Application.Analyses;

/// <summary>Every analysis of a published run, in the order in which the worker computes them.</summary>
/// <param name="All">The analyses; no two have the same key.</param>
public sealed record AnalysisCatalog(ImmutableArray<RunAnalysis> All);
