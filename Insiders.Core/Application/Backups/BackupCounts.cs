namespace Insiders.Core.Application.Backups;

/// <summary>Counts of what a data folder holds. A backup records them, and a restored folder must have the same.</summary>
/// <param name="Imports">Imports on record, including undone ones.</param>
/// <param name="LedgerFiles">Imports whose sales are in the ledger.</param>
/// <param name="SalesRows">Rows of sales in the ledger.</param>
/// <param name="Runs">Runs in any state.</param>
/// <param name="People">Accounts.</param>
public sealed record BackupCounts(long Imports, long LedgerFiles, long SalesRows, long Runs, long People);
