namespace Insiders.Core.Customers;

/// <summary>How the ledgers of two runs differ, as far as it decides which of their figures may be set against each other.</summary>
/// <remarks>
/// Totals grow with the days they are taken over, and days since the last purchase with the last day: over different days a change of a
/// figure says nothing about the shop. Over the same days it does, when the sales are others; when they are the same sales, what changed is how they were counted.
/// </remarks>
/// <param name="Before">The ledger of the earlier run.</param>
/// <param name="Now">The ledger of the later one.</param>
public sealed record LedgerDifference(LedgerSpan Before, LedgerSpan Now)
{
    /// <summary>True when both lie on the same days: then figures may be compared.</summary>
    public bool IsSameSpan => Before.First == Now.First && Before.Last == Now.Last;

    /// <summary>True when both are known to hold the same rows: what differs then comes from the settings.</summary>
    public bool IsSameRows => Before.Fingerprint is not null && Before.Fingerprint == Now.Fingerprint;

    /// <summary>What the later ledger has more at its beginning; negative where it begins later.</summary>
    public CalendarSpan AtBeginning => CalendarSpan.Between(Now.First, Before.First);

    /// <summary>What the later ledger has more at its end; negative where it ends earlier.</summary>
    public CalendarSpan AtEnd => CalendarSpan.Between(Before.Last, Now.Last);
}
