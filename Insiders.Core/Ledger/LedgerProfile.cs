using System.Collections.Immutable;

namespace Insiders.Core.Ledger;

/// <summary>What the columns of a ledger are like: how complete, how spread, how odd. Computed by <see cref="LedgerProfiler"/>.</summary>
public sealed record LedgerProfile
{
    /// <summary>Rows of the ledger.</summary>
    public required long Rows { get; init; }

    /// <summary>The eight columns, in the order of a ledger file.</summary>
    public required ImmutableArray<ColumnProfile> Columns { get; init; }

    /// <summary>Rows per weekday and hour, 7 × 24: <c>[24 * day + hour]</c> with Monday as day 0.</summary>
    public required ImmutableArray<long> HourRows { get; init; }

    /// <summary>False when every sale is at midnight, so that hours mean nothing.</summary>
    public required bool HasTimes { get; init; }

    /// <summary>Rows that repeat another row in every column: of three equal rows, two.</summary>
    public required long DuplicateRows { get; init; }

    /// <summary>Prices far from the others.</summary>
    public required OutlierProfile PriceOutliers { get; init; }

    /// <summary>Quantities far from the others, by their size without the sign.</summary>
    public required OutlierProfile QuantityOutliers { get; init; }
}
