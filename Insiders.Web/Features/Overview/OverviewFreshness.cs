using System.Collections.Immutable;
using System.Globalization;
using Insiders.Core.Application.Imports;
using Insiders.Core.Ledger;

namespace Insiders.Web.Features.Overview;

/// <summary>How old the ledger and the run are.</summary>
/// <param name="LastSale">The last day that the run has sales of.</param>
/// <param name="DaysSinceLastSale">From that day to today; 0 or more.</param>
/// <param name="LastImport">The last import that counts and added sales; null when there is none.</param>
/// <param name="HasLedgerChanged">True when the ledger holds other sales than those that the run was made of.</param>
public sealed record OverviewFreshness(DateOnly LastSale, int DaysSinceLastSale, ImportRecord? LastImport, bool HasLedgerChanged)
{
    /// <summary>Compares a run with the ledger and today.</summary>
    /// <param name="lastSale">The last day that the run has sales of.</param>
    /// <param name="runFingerprint">Of the ledger it was made of.</param>
    /// <param name="imports">All imports, newest first.</param>
    /// <param name="today">Today, where the site is.</param>
    public static OverviewFreshness Of(DateOnly lastSale, string? runFingerprint, ImmutableArray<ImportRecord> imports, DateOnly today)
    {
        ImmutableArray<ImportRecord> counting = [.. imports.Where(import => import.UndoneAt is null)];
        var ledger = counting.Aggregate(default(LedgerFingerprint), (sum, import) => sum + Read(import.Fingerprint));
        return new(lastSale, Math.Max(0, today.DayNumber - lastSale.DayNumber), counting.FirstOrDefault(import => import.RowsLoaded > 0), ledger.ToString() != runFingerprint);
    }

    private static LedgerFingerprint Read(string text)
        => new(UInt128.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var sum) ? sum : 0);
}
