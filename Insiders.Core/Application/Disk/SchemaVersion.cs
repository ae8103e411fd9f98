namespace Insiders.Core.Application.Disk;

/// <summary>The newest migration that a program knows of some tables, and where the database remembers whether it had it.</summary>
/// <param name="HistoryTable">The table that remembers migrations.</param>
/// <param name="NewestMigration">Migrations are applied in order: a database that had the newest one had all.</param>
public sealed record SchemaVersion(string HistoryTable, string NewestMigration);
