using System.Collections.Immutable;

namespace Insiders.Core.Ledger;

/// <summary>Values beyond a fence: more than the third quartile plus three times the distance between the quartiles (Tukey 1977, "far out").</summary>
/// <param name="Fence">The fence; null when there is no value.</param>
/// <param name="Rows">Rows beyond it.</param>
/// <param name="Examples">The farthest, at most <see cref="LedgerProfiler.OutlierExamples"/>, farthest first, ties by line.</param>
public sealed record OutlierProfile(double? Fence, long Rows, ImmutableArray<OutlyingSale> Examples);
