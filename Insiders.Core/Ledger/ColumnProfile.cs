using System.Collections.Immutable;
using Insiders.Core.Import;

namespace Insiders.Core.Ledger;

/// <summary>One column of a ledger.</summary>
/// <param name="Column">Which.</param>
/// <param name="DatabaseType">Its DuckDB type.</param>
/// <param name="Missing">Rows without a value.</param>
/// <param name="Distinct">Different values.</param>
/// <param name="Minimum">Smallest value as invariant text (texts: first in ordinal order); null when there is none.</param>
/// <param name="Maximum">Largest value, likewise.</param>
/// <param name="Numbers">Moments; null unless the column holds numbers and has a value.</param>
/// <param name="Frequent">The most frequent values, at most <see cref="LedgerProfiler.FrequentValues"/>, most first, ties by value.</param>
/// <param name="Histogram">Bins in order; empty for texts. Months for dates; for numbers equal bins, with what lies outside the middle 98 % counted in the first and last.</param>
public sealed record ColumnProfile(
    LedgerColumn Column, string DatabaseType, long Missing, long Distinct, string? Minimum, string? Maximum, ColumnMoments? Numbers,
    ImmutableArray<ValueCount> Frequent, ImmutableArray<HistogramBin> Histogram);
