namespace Insiders.Core.Application.Backups;

/// <summary>What a data folder holds, counted: a backup says what it should hold, and a restored folder must count the same.</summary>
/// <param name="Imports">Imports on record, those undone among them.</param>
/// <param name="LedgerFiles">Imports whose sales are in the ledger.</param>
/// <param name="SalesRows">Rows of sales in the ledger.</param>
/// <param name="Runs">Runs, whatever became of them.</param>
/// <param name="People">Accounts.</param>
public sealed record BackupCounts(long Imports, long LedgerFiles, long SalesRows, long Runs, long People);
