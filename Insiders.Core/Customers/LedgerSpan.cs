using Insiders.Core.Cleaning;

namespace Insiders.Core.Customers;

/// <summary>The days that the sales of a run lie on.</summary>
/// <param name="First">The first day with a sale.</param>
/// <param name="Last">The last one; not before <paramref name="First"/>.</param>
/// <param name="Fingerprint">Of the ledger it was taken from; null where it is not known.</param>
public sealed record LedgerSpan(DateOnly First, DateOnly Last, string? Fingerprint)
{
    /// <summary>The span that a run's cleaning left.</summary>
    /// <param name="cleaning">What cleaning left.</param>
    /// <param name="fingerprint">Of the ledger that the run was made of.</param>
    public static LedgerSpan Of(CleaningReport cleaning, string? fingerprint)
    {
        ArgumentNullException.ThrowIfNull(cleaning);
        return new(cleaning.FirstDate, cleaning.LastDate, fingerprint);
    }

    /// <summary>How this ledger differs from that of an earlier run.</summary>
    public LedgerDifference From(LedgerSpan earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new(earlier, this);
    }
}
