namespace Insiders.Core.Application.Disk;

/// <summary>The newest migration of a set of tables, and the table in which the database records the applied ones.</summary>
/// <param name="HistoryTable">The table that records applied migrations.</param>
/// <param name="NewestMigration">The newest migration. Migrations are applied in order, so a database that has it has all of them.</param>
public sealed record SchemaVersion(string HistoryTable, string NewestMigration);
