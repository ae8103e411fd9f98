namespace Insiders.Core.Ledger;

/// <summary>One bar of a histogram.</summary>
/// <param name="From">Lower bound as invariant text; a month as <c>2016-12</c>.</param>
/// <param name="Rows">Rows in it.</param>
public sealed record HistogramBin(string From, long Rows);
